/* Network map: how agencies, people and ties look. No meaning is carried by colour alone. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.look = (function () {
  "use strict";

  const { picture } = window.collabnet_map.colours;
  const FONT =
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';

  function agencies(colours) {
    return [
      {
        selector: "node.agency",
        style: {
          shape: "round-rectangle",
          "corner-radius": 12,
          "background-color": (n) => colours.ground(n.data()),
          "border-color": (n) => colours.sector(n.data()),
          "border-width": "data(border)",
          "border-opacity": 0.55,
          "background-opacity": 0.92,
          padding: 0,
          "compound-sizing-wrt-labels": "exclude",
          label: ""
        }
      },
      {
        selector: "node.box",
        style: {
          padding: 6,
          "min-width": "data(w)",
          "min-height": "data(h)",
          "min-height-bias-top": "0%",
          "min-height-bias-bottom": "100%"
        }
      },
      { selector: "node.shut", style: { width: "data(w)", height: "data(h)" } },
      { selector: "node.agency.outside", style: { "border-style": "dashed" } },
      {
        selector: "node.plate, node.shut",
        style: {
          label: "data(name)",
          "font-family": FONT,
          "font-weight": 600,
          "font-size": 15,
          color: (n) => colours.sector(n.data()),
          "text-wrap": "wrap",
          "text-max-width": "data(room)",
          "text-valign": "center",
          "text-halign": "center",
          "line-height": 1.15,
          "text-background-color": (n) => colours.ground(n.data()),
          "text-background-opacity": 0.8,
          "text-background-padding": 2,
          "text-background-shape": "round-rectangle"
        }
      },
      {
        selector: "node.plate",
        style: {
          shape: "rectangle",
          width: "data(w)",
          height: "data(h)",
          "background-opacity": 0,
          "border-width": 0,
          events: "no" // what is done to the name is done to the box
        }
      }
    ];
  }

  function people(colours) {
    return [
      {
        selector: "node.person",
        style: {
          shape: "ellipse",
          "box-selection": "overlap",
          width: "data(w)",
          height: "data(h)",
          "background-color": (n) => colours.sector(n.data()),
          "background-image": (n) => picture(n.data("kind"), colours.paper),
          "background-width": "62%",
          "background-height": "62%",
          "background-image-smoothing": "yes",
          "border-width": 2.5,
          "border-color": colours.paper,
          label: "data(name)",
          "font-family": FONT,
          "font-size": 12,
          color: colours.ink,
          "text-valign": "bottom",
          "text-margin-y": 4,
          "text-wrap": "wrap",
          "text-max-width": 98,
          "line-height": 1.1,
          "text-background-color": (n) => colours.ground(n.data()),
          "text-background-opacity": 0.8,
          "text-background-padding": 1.5,
          "text-background-shape": "round-rectangle"
        }
      },
      {
        selector: "node.kind-group",
        style: {
          shape: "round-rectangle",
          "corner-radius": 19,
          "background-width": "54%",
          "background-height": "72%"
        }
      },
      { selector: "node.kind-position", style: { shape: "round-rectangle", "corner-radius": 7 } },
      {
        selector: "node.kind-unknown",
        style: {
          "background-color": colours.paper,
          "background-image": (n) => picture("unknown", colours.sector(n.data())),
          "border-color": (n) => colours.sector(n.data()),
          "border-style": "dashed",
          "border-width": 2
        }
      },
      {
        selector: "node.hub",
        style: {
          "border-width": 3,
          "font-weight": 700,
          "text-margin-y": 8,
          "outline-width": 3,
          "outline-color": (n) => colours.sector(n.data()),
          "outline-offset": 1
        }
      },
      { selector: "node.person.far", style: { "text-opacity": 0, "text-background-opacity": 0 } },
      { selector: "node.person.outside", style: { "background-opacity": 0.65 } }
    ];
  }

  function lines(colours) {
    return [
      {
        selector: "edge",
        style: {
          width: "data(width)",
          "line-cap": "round",
          "line-color": (e) => colours[e.data("look")],
          opacity: (e) => (e.data("isPale") ? 0.5 : 0.88),
          "curve-style": "unbundled-bezier",
          "control-point-weights": (e) => [e.data("along")],
          "control-point-distances": (e) => [e.data("arc")],
          "target-arrow-shape": (e) => (e.data("toTarget") ? "triangle" : "none"),
          "source-arrow-shape": (e) => (e.data("toSource") ? "triangle" : "none"),
          "target-arrow-color": (e) => colours[e.data("look")],
          "source-arrow-color": (e) => colours[e.data("look")],
          "arrow-scale": 0.95,
          "source-distance-from-node": 2,
          "target-distance-from-node": 2,
          "font-family": FONT,
          "text-events": "yes"
        }
      },
      {
        selector: "edge.basis-informal, edge.basis-unknown",
        style: { "line-style": "dashed", "line-dash-pattern": "data(dashes)" }
      },
      {
        selector: "edge.strained",
        style: {
          "curve-style": "segments",
          "edge-distances": "intersection",
          "segment-weights": (e) => e.data("zigzag").weights,
          "segment-distances": (e) => e.data("zigzag").distances
        }
      },
      {
        selector: "edge.absent",
        style: {
          opacity: 0.9,
          "arrow-scale": 0.8,
          label: "\u00d7",
          "font-size": 20,
          "font-weight": 700,
          color: colours.soft,
          "text-background-color": colours.paper,
          "text-background-opacity": 1,
          "text-background-padding": 1,
          "text-background-shape": "round-rectangle"
        }
      }
    ];
  }

  function stylesheet(colours) {
    return [
      ...agencies(colours),
      ...people(colours),
      ...lines(colours),
      ...window.collabnet_map.states(colours)
    ];
  }

  return { FONT, stylesheet };
})();
