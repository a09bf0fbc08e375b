/* Network map: what mouse and touch do on it. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.hands = (function () {
  "use strict";

  const DOUBLE = 400; // milliseconds between two taps

  /* Places that differ from where Python put things, for the page to keep. */
  function placesOf(nodes) {
    const found = { agencies: {}, people: {} };
    nodes.forEach((node) => {
      const { x, y } = node.position();
      const rounded = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
      const data = node.data();
      if (data.what === "person") found.people[data.ref] = rounded;
      else if (node.hasClass("shut")) found.agencies[data.ref] = rounded;
      else if (node.hasClass("plate")) {
        // The name stands at the top of its box, of which Python gives the middle.
        const down = node.parent().data("h") / 2 - data.h / 2;
        found.agencies[data.ref] = [rounded[0], Math.round((y + down) * 10) / 10];
      }
    });
    return found;
  }

  function hands(stage) {
    const { cy, listen } = stage;
    let tapped = { id: "", at: 0 };

    cy.on("tap", (event) => {
      const { target } = event;
      const element = target === cy ? null : target;
      if (event.originalEvent && event.originalEvent.shiftKey) {
        if (element && element.isNode()) stage.addToMany(element);
      } else {
        stage.choose(element, true);
      }
      // Cytoscape calls two taps double wherever they fall; here they fall on one agency.
      const isAgain = element && element.id() === tapped.id && event.timeStamp < tapped.at + DOUBLE;
      tapped = { id: element && !isAgain ? element.id() : "", at: event.timeStamp };
      if (isAgain && element.hasClass("agency")) listen.toggle(element.data("ref"));
    });
    cy.on("mouseover", "node, edge", (event) =>
      stage.showTip(event.target, event.renderedPosition)
    );
    cy.on("mouseout pan zoom drag", () => stage.hideTip());

    // Several that are chosen move together with the one that is dragged.
    let last = null;
    cy.on("grabon", "node", (event) => {
      last = Object.assign({}, event.target.position());
    });
    cy.on("drag", "node.many", (event) => {
      const node = event.target;
      if (!node.grabbed() || !last) return;
      const at = node.position();
      const by = { x: at.x - last.x, y: at.y - last.y };
      last = Object.assign({}, at);
      const others = cy.nodes(".many").difference(node).toArray().flatMap(leaves);
      others.forEach((leaf) => leaf.shift(by));
    });
    cy.on("dragfreeon", "node", (event) => {
      const node = event.target;
      const moved = node.hasClass("many") ? cy.nodes(".many").toArray() : [node];
      listen.move(placesOf(moved.flatMap(leaves)));
    });
    cy.on("position", "node", (event) => stage.rebend(event.target));

    // With Shift, a frame is drawn around those to choose.
    cy.on("boxend", () =>
      window.setTimeout(() => {
        const inside = cy.nodes(".framed");
        cy.nodes(".framed").removeClass("framed");
        if (inside.empty()) return;
        stage.choose(null, false);
        stage.chooseMany(inside.union(cy.nodes(".many")).toArray(), true);
      })
    );
    cy.on("box", "node.person, node.shut", (event) => event.target.addClass("framed"));
  }

  /* A box has no place of its own: what stands in it has. */
  function leaves(node) {
    return node.isParent() ? node.children().toArray() : [node];
  }

  return hands;
})();
