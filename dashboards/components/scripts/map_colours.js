/* Network map: colours and signs. White reads on every dark colour here, dark text on every light. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.colours = (function () {
  "use strict";

  const INK = "#1c2733";
  const PAPER = "#ffffff";
  const FOCUS = "#0b57d0";
  const COLOURS = {
    formal: "#1f4e79",
    informal: "#a85200",
    unknown: "#5a6572",
    strained: "#b3123b",
    absent: "#737d88",
    lost: "#8e0b2e",
    interrupted: "#7a4b00"
  };
  const DASHES = { formal: [1, 0], informal: [9, 6], unknown: [0.1, 6] };
  const WIDTHS = [1.6, 2.6, 3.8, 5.4];
  /* Dark: people and the edge of the box; light: its ground. White reads on every dark one. */
  const SECTORS = [
    ["#4a4e8f", "#f1f1fa"],
    ["#0f6b6b", "#e9f5f4"],
    ["#7a3e74", "#f8eff7"],
    ["#3d6b2e", "#eff6ec"],
    ["#2b5f8a", "#ecf3f9"],
    ["#8a4b2a", "#faf1ec"],
    ["#5f5a1e", "#f6f5e6"],
    ["#46505c", "#f0f2f5"]
  ];

  const SIGNS = {
    person: '<circle cx="12" cy="8.2" r="4"/><path d="M4 20.5c0-4.6 3.6-7.3 8-7.3s8 2.7 8 7.3z"/>',
    group:
      '<circle cx="5.6" cy="9.6" r="2.7"/><circle cx="18.4" cy="9.6" r="2.7"/>' +
      '<path d="M.6 18.6c0-3.4 2.1-5.2 5-5.2 1 0 1.8.2 2.6.6-1.6 1.2-2.4 2.7-2.6 4.6z"/>' +
      '<path d="M23.4 18.6c0-3.4-2.1-5.2-5-5.2-1 0-1.8.2-2.6.6 1.6 1.2 2.4 2.7 2.6 4.6z"/>' +
      '<circle cx="12" cy="7.8" r="3.4"/><path d="M6.2 19.6c0-4.2 2.5-6.4 5.8-6.4s5.8 2.2 5.8 6.4z"/>',
    position:
      '<path d="M9 3.5h6a1.6 1.6 0 0 1 1.6 1.6V7H20a1.6 1.6 0 0 1 1.6 1.6v3.2H2.4V8.6A1.6 1.6 0 0 1 4 7' +
      'h3.4V5.1A1.6 1.6 0 0 1 9 3.5zm.6 2.2V7h4.8V5.7z"/>' +
      '<path d="M2.4 13.6h7.2v1.8h4.8v-1.8h7.2V18a1.6 1.6 0 0 1-1.6 1.6H4A1.6 1.6 0 0 1 2.4 18z"/>',
    unknown:
      '<path d="M8 9.2c0-2.4 1.7-4 4.1-4s4.1 1.5 4.1 3.7c0 1.8-1 2.7-2.1 3.6-.9.7-1.3 1.2-1.3 ' +
      '2.4" fill="none" stroke="COLOUR" stroke-width="2.3" stroke-linecap="round"/>' +
      '<circle cx="12.7" cy="18.7" r="1.5"/>'
  };

  function sign(kind, colour) {
    const shape = (SIGNS[kind] || SIGNS.person).replace("COLOUR", colour);
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 24 24" fill="' +
      colour +
      '">' +
      shape +
      "</svg>";
    return "data:image/svg+xml;utf8," + encodeURIComponent(drawing);
  }

  function sector(data) {
    return SECTORS[data.sectorIndex % SECTORS.length];
  }

  function ground(data) {
    return data.outside ? PAPER : sector(data)[1];
  }

  return {
    COLOURS: COLOURS,
    DASHES: DASHES,
    FOCUS: FOCUS,
    INK: INK,
    PAPER: PAPER,
    SECTORS: SECTORS,
    WIDTHS: WIDTHS,
    ground: ground,
    sector: sector,
    sign: sign
  };
})();
