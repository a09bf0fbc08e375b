/* Network map: the legend, only what is on the map. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.legend = (function () {
  "use strict";

  const look = window.collabnet_map.colours;
  const h = (...args) => window.React.createElement(...args);

  function drawing(width, ...children) {
    return h(
      "svg",
      {
        width: width,
        height: 22,
        viewBox: "0 0 " + width + " 22",
        "aria-hidden": true,
        focusable: false
      },
      ...children
    );
  }

  function stroke(colour, extra) {
    return Object.assign(
      { fill: "none", stroke: colour, strokeWidth: 2.6, strokeLinecap: "round" },
      extra
    );
  }

  function lineSample(name) {
    const colour = look.COLOURS[name];
    if (name === "strained") {
      return drawing(
        46,
        h(
          "path",
          stroke(colour, { d: "M2 11h4l3-4 5 8 5-8 5 8 5-8 5 8 5-8 3 4h2", strokeWidth: 2 })
        )
      );
    }
    if (name === "absent") {
      return drawing(
        46,
        h("path", stroke(colour, { d: "M2 11h13M31 11h13M19 7l8 8M27 7l-8 8", strokeWidth: 1.8 }))
      );
    }
    const dashes = name === "formal" ? null : look.DASHES[name].join(" ");
    return drawing(46, h("path", stroke(colour, { d: "M2 11h42", strokeDasharray: dashes })));
  }

  function actorSample(kind, hub) {
    const unknown = kind === "unknown";
    const ground = {
      fill: unknown ? "#fff" : "#46505c",
      stroke: "#46505c",
      strokeDasharray: unknown ? "3 2" : null,
      strokeWidth: 1.5
    };
    const wide = kind === "group";
    const square = kind === "position";
    const shape =
      wide || square
        ? h(
            "rect",
            Object.assign(
              { x: wide ? 1 : 3, y: 2, width: wide ? 26 : 18, height: 18, rx: wide ? 9 : 4 },
              ground
            )
          )
        : h("circle", Object.assign({ cx: 12, cy: 11, r: hub ? 7.5 : 9 }, ground));
    const ring = hub
      ? h("circle", { cx: 12, cy: 11, r: 10, fill: "none", stroke: "#46505c", strokeWidth: 1.8 })
      : null;
    const image = h("image", {
      href: look.sign(kind, unknown ? "#46505c" : "#ffffff"),
      x: wide ? 7 : hub ? 7.5 : 6,
      y: hub ? 6.5 : 5,
      width: wide ? 14 : hub ? 9 : 12,
      height: hub ? 9 : 12
    });
    return drawing(wide ? 28 : 24, ring, shape, image);
  }

  function boxSample(colours, outside) {
    return drawing(
      28,
      h("rect", {
        x: 2,
        y: 3,
        width: 24,
        height: 16,
        rx: 4,
        fill: outside ? "#fff" : colours[1],
        stroke: colours[0],
        strokeWidth: 1.6,
        strokeDasharray: outside ? "3 2" : null
      })
    );
  }

  function item(key, sample, words) {
    return h("li", { key: key }, sample, h("span", null, words));
  }

  function Legend(props) {
    const elements = props.elements;
    const ties = elements.ties;
    const basis = (name) => ties.some((tie) => (tie.basis || "unknown") === name);
    const quality = (name) => ties.some((tie) => tie.quality === name);
    const kind = (name) => elements.people.some((row) => (row.kind || "person") === name);
    const rows = elements.agencies.concat(elements.people);
    const lines = [
      basis("formal") && item("formal", lineSample("formal"), "formal: on paper, or of the post"),
      basis("informal") && item("informal", lineSample("informal"), "informal: held by the person"),
      basis("unknown") && item("unknown", lineSample("unknown"), "basis unknown"),
      quality("strained") && item("strained", lineSample("strained"), "strained"),
      quality("absent") && item("absent", lineSample("absent"), "reported missing"),
      ties.some((tie) => tie.strength) &&
        item(
          "width",
          h("span", { className: "cn-map-width", "aria-hidden": true }),
          "wider: stronger"
        )
    ].filter(Boolean);
    const actors = [
      kind("person") && item("person", actorSample("person"), "person"),
      kind("group") && item("group", actorSample("group"), "several people as one"),
      kind("position") && item("position", actorSample("position"), "position"),
      kind("unknown") && item("unknown", actorSample("unknown"), "not recorded"),
      elements.people.some((row) => row.is_hub) && item("hub", actorSample("person", true), "hub"),
      rows.some((row) => row.outside) &&
        item("outside", boxSample(look.SECTORS[7], true), "outside")
    ].filter(Boolean);
    const sectors = props.sectors
      .map(
        (name, i) =>
          name && item(name, boxSample(look.SECTORS[i % look.SECTORS.length], false), name)
      )
      .filter(Boolean);
    const part = (title, items) =>
      items.length ? h("div", { key: title }, h("p", null, title), h("ul", null, ...items)) : null;
    return h(
      "section",
      { className: "cn-map-legend", "aria-label": "Legend of the map" },
      part("Ties", lines),
      part("People", actors),
      part("Agencies", sectors)
    );
  }

  return { Legend: Legend };
})();
