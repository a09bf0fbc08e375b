/* Network map: how agencies, people and ties look. No meaning is carried by colour alone. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.look = (function () {
  "use strict";

  const { COLOURS, DASHES, INK, PAPER, WIDTHS, ground, sector, sign } =
    window.collabnet_map.colours;
  const FONT =
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", sans-serif';

  function agencies() {
    return [
      {
        selector: "node.agency",
        style: {
          shape: "round-rectangle",
          "corner-radius": 12,
          "background-color": (n) => sector(n.data())[1],
          "border-color": (n) => sector(n.data())[0],
          "border-width": 1.4,
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
      { selector: "node.empty", style: { width: "data(w)", height: "data(h)" } },
      {
        selector: "node.agency.outside",
        style: { "border-style": "dashed", "background-color": PAPER }
      },
      {
        selector: "node.plate, node.empty",
        style: {
          label: "data(label)",
          "font-family": FONT,
          "font-weight": 600,
          "font-size": 15,
          color: (n) => sector(n.data())[0],
          "text-wrap": "wrap",
          "text-max-width": "data(room)",
          "text-valign": "center",
          "text-halign": "center",
          "line-height": 1.15,
          "text-background-color": (n) => ground(n.data()),
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

  function people() {
    return [
      {
        selector: "node.person",
        style: {
          shape: "ellipse",
          width: 38,
          height: 38,
          "background-color": (n) => sector(n.data())[0],
          "background-image": (n) => sign(n.data("kind"), PAPER),
          "background-width": "62%",
          "background-height": "62%",
          "background-image-smoothing": "yes",
          "border-width": 2.5,
          "border-color": PAPER,
          label: "data(name)",
          "font-family": FONT,
          "font-size": 12,
          color: INK,
          "text-valign": "bottom",
          "text-margin-y": 4,
          "text-wrap": "wrap",
          "text-max-width": 98,
          "line-height": 1.1,
          "text-background-color": (n) => ground(n.data()),
          "text-background-opacity": 0.8,
          "text-background-padding": 1.5,
          "text-background-shape": "round-rectangle"
        }
      },
      {
        selector: "node.kind-group",
        style: { width: 50, "background-width": "54%", "background-height": "72%" }
      },
      { selector: "node.kind-group", style: { shape: "round-rectangle", "corner-radius": 19 } },
      { selector: "node.kind-position", style: { shape: "round-rectangle", "corner-radius": 7 } },
      {
        selector: "node.kind-unknown",
        style: {
          "background-color": PAPER,
          "background-image": (n) => sign("unknown", sector(n.data())[0]),
          "border-color": (n) => sector(n.data())[0],
          "border-style": "dashed",
          "border-width": 2
        }
      },
      {
        selector: "node.hub",
        style: {
          width: 50,
          height: 50,
          "border-width": 3,
          "font-weight": 700,
          "text-margin-y": 8,
          "outline-width": 3,
          "outline-color": (n) => sector(n.data())[0],
          "outline-offset": 1
        }
      },
      { selector: "node.person.far", style: { "text-opacity": 0, "text-background-opacity": 0 } },
      { selector: "node.person.outside", style: { "background-opacity": 0.65 } }
    ];
  }

  function lines() {
    return [
      {
        selector: "edge",
        style: {
          width: (e) => WIDTHS[e.data("step")],
          "line-cap": "round",
          "line-color": (e) => COLOURS[e.data("look")],
          opacity: 0.88,
          "line-style": "dashed",
          "line-dash-pattern": (e) => DASHES[e.data("basis")],
          "curve-style": "unbundled-bezier",
          "control-point-weights": [0.5],
          "control-point-distances": (e) => [e.scratch("_bend") || 0],
          "target-arrow-shape": (e) => (e.data("toTarget") ? "triangle" : "none"),
          "source-arrow-shape": (e) => (e.data("toSource") ? "triangle" : "none"),
          "target-arrow-color": (e) => COLOURS[e.data("look")],
          "source-arrow-color": (e) => COLOURS[e.data("look")],
          "arrow-scale": 0.95,
          "source-distance-from-node": 2,
          "target-distance-from-node": 2,
          "font-family": FONT,
          "text-events": "yes"
        }
      },
      { selector: "edge.basis-formal", style: { "line-style": "solid" } },
      {
        selector: "edge.strained",
        style: {
          "curve-style": "segments",
          "edge-distances": "intersection",
          "segment-weights": (e) => (e.scratch("_zigzag") || { weights: [0.5] }).weights,
          "segment-distances": (e) => (e.scratch("_zigzag") || { distances: [0] }).distances
        }
      },
      { selector: "edge.strained.basis-informal", style: { "line-dash-pattern": [14, 5] } },
      {
        selector: "edge.absent",
        style: {
          width: 1.5,
          opacity: 0.9,
          "arrow-scale": 0.8,
          label: "\u00d7",
          "font-size": 20,
          "font-weight": 700,
          color: "#4d5763",
          "text-background-color": PAPER,
          "text-background-opacity": 1,
          "text-background-padding": 1,
          "text-background-shape": "round-rectangle"
        }
      }
    ];
  }

  function stylesheet() {
    return agencies().concat(people(), lines(), window.collabnet_map.states());
  }

  return { stylesheet: stylesheet };
})();
