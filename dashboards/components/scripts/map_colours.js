/* Network map: colours, read from the page's style sheet, and signs for the kinds of actors. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.colours = (function () {
  "use strict";

  const NAMES = "ink soft paper focus formal informal unknown strained absent lost interrupted";
  const N_SECTORS = 8;
  const DASHES = {
    formal: [],
    informal: [9, 6],
    unknown: [0.1, 6],
    formalZigzag: [],
    informalZigzag: [14, 5],
    unknownZigzag: [14, 5, 0.1, 5] // dots alone would not show the zigzag
  };
  const WIDTHS = [1.6, 2.6, 3.8, 5.4];

  /* Shapes of a sign in a square of 24: tag and attributes. LINE: drawn as a line, not filled. */
  const LINE = { fill: "none", "stroke-width": 2.3, "stroke-linecap": "round" };
  const SIGNS = {
    person: [
      ["circle", { cx: 12, cy: 8.2, r: 4 }],
      ["path", { d: "M4 20.5c0-4.6 3.6-7.3 8-7.3s8 2.7 8 7.3z" }]
    ],
    group: [
      ["circle", { cx: 5.6, cy: 9.6, r: 2.7 }],
      ["circle", { cx: 18.4, cy: 9.6, r: 2.7 }],
      ["path", { d: "M.6 18.6c0-3.4 2.1-5.2 5-5.2 1 0 1.8.2 2.6.6-1.6 1.2-2.4 2.7-2.6 4.6z" }],
      ["path", { d: "M23.4 18.6c0-3.4-2.1-5.2-5-5.2-1 0-1.8.2-2.6.6 1.6 1.2 2.4 2.7 2.6 4.6z" }],
      ["circle", { cx: 12, cy: 7.8, r: 3.4 }],
      ["path", { d: "M6.2 19.6c0-4.2 2.5-6.4 5.8-6.4s5.8 2.2 5.8 6.4z" }]
    ],
    position: [
      [
        "path",
        {
          d:
            "M9 3.5h6a1.6 1.6 0 0 1 1.6 1.6V7H20a1.6 1.6 0 0 1 1.6 1.6v3.2H2.4V8.6A1.6 1.6 0 0 1 4 7" +
            "h3.4V5.1A1.6 1.6 0 0 1 9 3.5zm.6 2.2V7h4.8V5.7z"
        }
      ],
      ["path", { d: "M2.4 13.6h7.2v1.8h4.8v-1.8h7.2V18a1.6 1.6 0 0 1-1.6 1.6H4A1.6 1.6 0 0 1 2.4 18z" }]
    ],
    unknown: [
      [
        "path",
        {
          d: "M8 9.2c0-2.4 1.7-4 4.1-4s4.1 1.5 4.1 3.7c0 1.8-1 2.7-2.1 3.6-.9.7-1.3 1.2-1.3 2.4",
          ...LINE
        }
      ],
      ["circle", { cx: 12.7, cy: 18.7, r: 1.5 }]
    ]
  };

  /* The colours as an element of the page has them: they change with its light or dark scheme. */
  function palette(element) {
    const style = window.getComputedStyle(element);
    const read = (name) => style.getPropertyValue("--cn-map-" + name).trim();
    const found = Object.fromEntries(NAMES.split(" ").map((name) => [name, read(name)]));
    found.sectors = Array.from({ length: N_SECTORS }, (_, i) => read("sector-" + i));
    found.grounds = Array.from({ length: N_SECTORS }, (_, i) => read("ground-" + i));
    found.sector = (data) => found.sectors[data.sectorIndex % N_SECTORS];
    found.ground = (data) =>
      data.outside ? found.paper : found.grounds[data.sectorIndex % N_SECTORS];
    return found;
  }

  /* A sign as an SVG element; text of data never enters it. */
  function sign(kind, colour) {
    const root = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    root.setAttribute("viewBox", "0 0 24 24");
    SIGNS[kind].forEach(([tag, attributes]) => {
      const shape = document.createElementNS("http://www.w3.org/2000/svg", tag);
      shape.setAttribute("fill", colour);
      if (attributes.fill) shape.setAttribute("stroke", colour);
      Object.entries(attributes).forEach(([name, value]) => shape.setAttribute(name, value));
      root.appendChild(shape);
    });
    return root;
  }

  const made = new Map();

  /* The same as an address, for the drawing; made once for each colour. */
  function picture(kind, colour) {
    const key = kind + colour;
    if (!made.has(key)) {
      const root = sign(kind, colour);
      root.setAttribute("width", "96");
      root.setAttribute("height", "96");
      const words = new XMLSerializer().serializeToString(root);
      made.set(key, "data:image/svg+xml;utf8," + encodeURIComponent(words));
    }
    return made.get(key);
  }

  return { DASHES, N_SECTORS, SIGNS, WIDTHS, palette, picture, sign };
})();
