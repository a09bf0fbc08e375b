/* Network map: how chosen, faded, lost and interrupted things look; said in words too. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.states = (function () {
  "use strict";

  const { COLOURS, FOCUS, PAPER, sign } = window.collabnet_map.colours;

  function tag(text, colour) {
    return {
      opacity: 1,
      "line-opacity": 0.5,
      "z-compound-depth": "top",
      label: text,
      "font-size": 12,
      "font-weight": 700,
      color: PAPER,
      "text-background-color": colour,
      "text-background-opacity": 1,
      "text-background-padding": 3.5,
      "text-background-shape": "round-rectangle"
    };
  }

  function states() {
    return [
      { selector: "edge.faded", style: { opacity: 0.1 } },
      {
        selector: "node.person.faded, node.plate.faded, node.empty.faded",
        style: { opacity: 0.4 }
      },
      { selector: "edge.lost", style: tag("lost", COLOURS.lost) },
      { selector: "edge.interrupted", style: tag("interrupted", COLOURS.interrupted) },
      {
        selector: "node.gone",
        style: {
          "background-color": PAPER,
          "background-image": (n) => sign(n.data("kind"), COLOURS.absent),
          "border-style": "dashed",
          "border-width": 2,
          "border-color": COLOURS.lost,
          "text-background-color": COLOURS.lost,
          "text-background-opacity": 1,
          "text-opacity": 1,
          color: PAPER,
          label: (n) => n.data("name") + " (leaves)"
        }
      },
      {
        selector: "node.person.lost",
        style: { "border-width": 4, "border-color": COLOURS.lost, "border-style": "double" }
      },
      {
        selector: "node.person.interrupted",
        style: { "border-width": 4, "border-color": COLOURS.interrupted, "border-style": "dashed" }
      },
      {
        selector: "node.agency.lost",
        style: {
          "border-width": 4,
          "border-opacity": 1,
          "border-color": COLOURS.lost,
          "border-style": "double"
        }
      },
      {
        selector: "edge.chosen",
        style: {
          opacity: 1,
          "underlay-color": FOCUS,
          "underlay-opacity": 0.22,
          "underlay-padding": 6,
          "z-index": 9
        }
      },
      {
        selector: "node.person.chosen",
        style: { "outline-width": 4, "outline-color": FOCUS, "outline-offset": 2 }
      },
      {
        selector: "node.agency.chosen",
        style: { "border-width": 4, "border-opacity": 1, "border-color": FOCUS }
      },
      {
        selector: "node.cursor",
        style: {
          "underlay-color": FOCUS,
          "underlay-opacity": 0.28,
          "underlay-padding": 9,
          "underlay-shape": "ellipse"
        }
      },
      { selector: "node.agency.cursor", style: { "underlay-shape": "round-rectangle" } },
      {
        selector: "node:active, edge:active",
        style: { "overlay-color": FOCUS, "overlay-opacity": 0.08 }
      }
    ];
  }

  return states;
})();
