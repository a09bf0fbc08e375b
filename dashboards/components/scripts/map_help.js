/* Network map: what mouse and keys do, to be opened by whoever wants to know. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.help = (function () {
  "use strict";

  const h = (...args) => window.React.createElement(...args);
  const MOUSE =
    "Click to select, drag to move, double-click an agency to open or close it. With Shift, click " +
    "adds to those selected, and dragging beside draws a frame around them. Click the map first to " +
    "zoom with the wheel.";

  function help(id) {
    const rows = window.collabnet_map.keys.HELP.flatMap(([key, words]) => [
      h("dt", { key: key }, h("kbd", null, key)),
      h("dd", { key: words }, words)
    ]);
    return h(
      "details",
      { className: "cn-map-help" },
      h("summary", null, "Mouse and keys on the map"),
      h("div", { id: id + "-help" }, h("p", null, MOUSE), h("dl", null, rows))
    );
  }

  return help;
})();
