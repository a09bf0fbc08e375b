/* Network map: how chosen, faded, lost and interrupted things look; said in words too. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.states = (function () {
  "use strict";

  const { picture } = window.collabnet_map.colours;

  function tag(text, colour, paper) {
    return {
      opacity: 1,
      "line-opacity": 0.5,
      "z-compound-depth": "top",
      label: text,
      "font-size": 12,
      "font-weight": 700,
      color: paper,
      "text-background-color": colour,
      "text-background-opacity": 1,
      "text-background-padding": 3.5,
      "text-background-shape": "round-rectangle"
    };
  }

  function states(colours) {
    return [
      { selector: "edge.hidden", style: { display: "none" } },
      { selector: "edge.faded", style: { opacity: 0.1 } },
      {
        selector: "node.person.faded, node.plate.faded, node.shut.faded",
        style: { opacity: 0.4 }
      },
      { selector: "edge.lost", style: tag("lost", colours.lost, colours.paper) },
      { selector: "edge.partly", style: tag("partly lost", colours.lost, colours.paper) },
      {
        selector: "edge.interrupted",
        style: tag("interrupted", colours.interrupted, colours.paper)
      },
      {
        selector: "node.person.gone",
        style: {
          "background-color": colours.paper,
          "background-image": (n) => picture(n.data("kind"), colours.absent)
        }
      },
      {
        selector: "node.agency.gone, node.person.gone",
        style: {
          "border-style": "dashed",
          "border-width": 3,
          "border-opacity": 1,
          "border-color": colours.lost
        }
      },
      {
        selector: "node.person.gone, node.plate.gone, node.shut.gone",
        style: {
          "text-background-color": colours.lost,
          "text-background-opacity": 1,
          "text-opacity": 1,
          color: colours.paper,
          label: (n) => n.data("name") + (n.data("what") === "person" ? " (leaves)" : " (closes)")
        }
      },
      {
        selector: "node.person.lost",
        style: { "border-width": 4, "border-color": colours.lost, "border-style": "double" }
      },
      {
        selector: "node.person.interrupted",
        style: { "border-width": 4, "border-color": colours.interrupted, "border-style": "dashed" }
      },
      {
        selector: "node.agency.lost",
        style: {
          "border-width": 4,
          "border-opacity": 1,
          "border-color": colours.lost,
          "border-style": "double"
        }
      },
      {
        selector: "edge.chosen",
        style: {
          opacity: 1,
          "underlay-color": colours.focus,
          "underlay-opacity": 0.22,
          "underlay-padding": 6,
          "z-index": 9
        }
      },
      {
        selector: "node.person.chosen",
        style: { "outline-width": 4, "outline-color": colours.focus, "outline-offset": 2 }
      },
      {
        selector: "node.agency.chosen",
        style: { "border-width": 4, "border-opacity": 1, "border-color": colours.focus }
      },
      {
        selector: "node.many",
        style: {
          "outline-width": 4,
          "outline-color": colours.focus,
          "outline-style": "dashed",
          "outline-offset": 2
        }
      },
      {
        selector: "node.cursor",
        style: {
          "underlay-color": colours.focus,
          "underlay-opacity": 0.28,
          "underlay-padding": 9,
          "underlay-shape": "ellipse"
        }
      },
      { selector: "node.agency.cursor", style: { "underlay-shape": "round-rectangle" } },
      {
        selector: "node:active, edge:active",
        style: { "overlay-color": colours.focus, "overlay-opacity": 0.08 }
      }
    ];
  }

  return states;
})();
