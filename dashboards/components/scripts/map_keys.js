/* Network map: what keys do on it. Arrow keys go to the nearest actor in that direction. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.keys = (function () {
  "use strict";

  const { text } = window.collabnet_map;
  const HELP = [
    ["Arrow keys", "go from one to the next"],
    ["Enter", "selects; with Shift, adds to those selected"],
    ["A", "selects the agency of a person"],
    ["E", "opens or closes an agency"],
    ["F", "shows the neighbors only, and everybody again"],
    ["+ and \u2212", "zoom; 0 shows everything"],
    ["/", "goes to the search box"],
    ["Escape", "clears what is selected"]
  ];
  const DIRECTIONS = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1]
  };

  /* Actors that keys can reach: people, and agencies that show nobody. */
  function actors(cy) {
    return cy.nodes(".person, .shut");
  }

  function best(nodes, score) {
    let found = null;
    nodes.forEach((node) => {
      const value = score(node);
      if (value !== null && (found === null || value < found.value)) found = { node, value };
    });
    return found && found.node;
  }

  function first(cy) {
    return best(actors(cy), (node) => node.position("x") + 2 * node.position("y"));
  }

  /* Nearest ahead; what lies off to the side counts double, so that rows and columns are kept. */
  function next(cy, current, key) {
    const way = DIRECTIONS[key];
    const from = current.position();
    const found = best(actors(cy).difference(current), (node) => {
      const dx = node.position("x") - from.x;
      const dy = node.position("y") - from.y;
      const ahead = dx * way[0] + dy * way[1];
      const aside = Math.abs(dx * way[1]) + Math.abs(dy * way[0]);
      return ahead < 1 || aside > 2.5 * ahead ? null : ahead + 2 * aside;
    });
    return found || current;
  }

  function walk(stage, key) {
    const { cursor, cy } = stage;
    const start = cursor && (cursor.isParent() ? cursor.children(".person").first() : cursor);
    const node = start && start.nonempty() ? next(cy, start, key) : first(cy);
    if (!node) return;
    stage.goTo(node);
    stage.listen.say(text.spoken(stage.said(node)));
  }

  /* The agency that the keyboard stands on or in. */
  function home(stage) {
    if (!stage.cursor) return null;
    return stage.cursor.isChild() ? stage.cursor.parent() : stage.cursor;
  }

  const ACTIONS = {
    "/": (stage) => stage.listen.search(),
    "+": (stage) => stage.camera.zoom(1.3, stage.cursor),
    "=": (stage) => stage.camera.zoom(1.3, stage.cursor),
    "-": (stage) => stage.camera.zoom(1 / 1.3, stage.cursor),
    0: (stage) => stage.camera.fit(true),
    a: (stage) => stage.cursor && stage.cursor.isChild() && stage.choose(home(stage), true),
    e: (stage) => home(stage) && stage.listen.toggle(home(stage).data("ref")),
    f: (stage) => stage.listen.focus(stage.cursor),
    escape: (stage) => {
      stage.hideTip();
      stage.choose(null, true);
      stage.listen.say("Nothing selected.");
    }
  };

  function choose(stage, isMore) {
    if (!stage.cursor) return;
    if (isMore) stage.addToMany(stage.cursor);
    else stage.choose(stage.cursor, true);
  }

  function press(stage, event) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { key } = event;
    if (DIRECTIONS[key]) walk(stage, key);
    else if (key === "Enter" || key === " ") choose(stage, event.shiftKey);
    else if (ACTIONS[key.toLowerCase()]) ACTIONS[key.toLowerCase()](stage);
    else return;
    event.preventDefault();
  }

  return { HELP, press };
})();
