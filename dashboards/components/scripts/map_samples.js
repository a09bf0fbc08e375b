/* Network map: small samples of lines, people and boxes for the legend, in the page's colours. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.samples = (function () {
  "use strict";

  const { DASHES, N_SECTORS, SIGNS } = window.collabnet_map.colours;
  const h = (...args) => window.React.createElement(...args);
  const colour = (name) => "var(--cn-map-" + name + ")";

  function drawing(width, ...children) {
    const box = "0 0 " + width + " 22";
    const hidden = { "aria-hidden": true, focusable: false };
    return h("svg", { width, height: 22, viewBox: box, ...hidden }, ...children);
  }

  function line(name) {
    const style = { fill: "none", stroke: colour(name), strokeWidth: 2.6, strokeLinecap: "round" };
    if (name === "strained") {
      style.strokeWidth = 2;
      return drawing(46, h("path", { style, d: "M2 11h4l3-4 5 8 5-8 5 8 5-8 5 8 5-8 3 4h2" }));
    }
    if (name === "absent") {
      style.strokeWidth = 1.8;
      return drawing(46, h("path", { style, d: "M2 11h13M31 11h13M19 7l8 8M27 7l-8 8" }));
    }
    style.strokeDasharray = DASHES[name].join(" ");
    return drawing(46, h("path", { style, d: "M2 11h42" }));
  }

  /* A line that grows: wider means more. */
  function wider() {
    return drawing(46, h("path", { style: { fill: colour("soft") }, d: "M2 10.5L44 7v8L2 11.5z" }));
  }

  function sign(kind, ink) {
    return SIGNS[kind].map(([tag, attributes], key) => {
      const { "stroke-width": width, "stroke-linecap": cap, fill, ...shape } = attributes;
      const style = fill ? { fill, stroke: ink, strokeWidth: width, strokeLinecap: cap } : { fill: ink };
      return h(tag, { key, style, ...shape });
    });
  }

  function actor(kind, isHub) {
    const [dark, light] = [colour("soft"), colour("paper")];
    const isUnknown = kind === "unknown";
    const ground = {
      fill: isUnknown ? light : dark,
      stroke: dark,
      strokeWidth: 1.5,
      strokeDasharray: isUnknown ? "3 2" : ""
    };
    const ring = { fill: "none", stroke: dark, strokeWidth: 1.8 };
    const isWide = kind === "group";
    const box = isWide ? { x: 1, width: 26, rx: 9 } : { x: 3, width: 18, rx: 4 };
    const isBox = isWide || kind === "position";
    const body = isBox
      ? h("rect", { style: ground, y: 2, height: 18, ...box })
      : h("circle", { style: ground, cx: 12, cy: 11, r: isHub ? 7.5 : 9 });
    const scale = isHub ? 0.38 : 0.5;
    const left = (isWide ? 14 : 12) - 12 * scale;
    const place = "translate(" + left + " " + (11 - 12 * scale) + ") scale(" + scale + ")";
    return drawing(
      isWide ? 28 : 24,
      isHub ? h("circle", { style: ring, cx: 12, cy: 11, r: 10 }) : null,
      body,
      h("g", { transform: place }, sign(kind, isUnknown ? dark : light))
    );
  }

  function box(index, isOutside) {
    const i = index % N_SECTORS;
    const style = {
      fill: isOutside ? colour("paper") : colour("ground-" + i),
      stroke: isOutside ? colour("soft") : colour("sector-" + i),
      strokeWidth: 1.8,
      strokeDasharray: isOutside ? "3 2" : ""
    };
    return drawing(28, h("rect", { style, x: 2, y: 3, width: 24, height: 16, rx: 4 }));
  }

  /* Small to large, thin to thick: what a measure does to people and to agencies. */
  function sizes() {
    const style = { fill: colour("soft") };
    return drawing(
      46,
      h("circle", { style, cx: 6, cy: 11, r: 4 }),
      h("circle", { style, cx: 19, cy: 11, r: 6.5 }),
      h("circle", { style, cx: 36, cy: 11, r: 9 })
    );
  }

  return { actor, box, line, sizes, wider };
})();
