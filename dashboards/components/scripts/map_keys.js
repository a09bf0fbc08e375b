/* Network map: arrow keys go to the nearest actor in that direction. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.keys = (function () {
  "use strict";

  const DIRECTIONS = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1]
  };

  /* Actors that keys can reach: people, and agencies that hold nobody. */
  function actors(cy) {
    return cy.nodes(".person, .empty");
  }

  function first(cy) {
    let best = null;
    actors(cy).forEach((node) => {
      const at = node.position();
      const score = at.x + 2 * at.y;
      if (best === null || score < best.score) best = { node: node, score: score };
    });
    return best && best.node;
  }

  /* Nearest ahead; what lies off to the side counts double, so that rows and columns are kept. */
  function next(cy, current, key) {
    const way = DIRECTIONS[key];
    const from = current.position();
    let best = null;
    actors(cy).forEach((node) => {
      if (node.same(current)) return;
      const dx = node.position("x") - from.x;
      const dy = node.position("y") - from.y;
      const ahead = dx * way[0] + dy * way[1];
      const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      if (ahead < 1 || aside > 2.5 * ahead) return;
      const score = ahead + 2 * aside;
      if (best === null || score < best.score) best = { node: node, score: score };
    });
    return best ? best.node : current;
  }

  return { DIRECTIONS: DIRECTIONS, first: first, next: next };
})();
