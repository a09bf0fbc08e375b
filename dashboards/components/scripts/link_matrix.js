/* A matrix of links: rows send, columns receive. Cells without a link are empty. */
window.collabnet_dashboards = window.collabnet_dashboards || {};
window.collabnet_dashboards.LinkMatrix = (function () {
  "use strict";

  const h = (...args) => window.React.createElement(...args);

  function link(cell) {
    return h("a", {
      href: cell.href, className: "cn-matrix-link cn-matrix-" + cell.level, "aria-label": cell.says,
      "aria-current": cell.chosen ? "true" : null, title: cell.says
    }, cell.text, h("span", { "aria-hidden": true }, cell.marks));
  }

  function row(columns, one, i) {
    const found = {};
    one.cells.forEach((cell) => { found[cell.column] = cell; });
    return h("tr", { key: i },
      h("th", { scope: "row" }, one.name),
      columns.map((_, j) => h("td", { key: j }, found[j] ? link(found[j]) : null)));
  }

  function LinkMatrix(props) {
    const names = props.columns.map((name, i) => h("th", { key: i, scope: "col" }, h("span", null, name)));
    return h("div", { className: "cn-scroll cn-matrix-box", tabIndex: 0, role: "region", "aria-label": props.caption },
      h("table", { className: "cn-matrix" },
        h("caption", { className: "cn-sr-only" }, props.caption),
        h("thead", null, h("tr", null, h("th", { scope: "col", className: "cn-matrix-corner" }, "Sends \u2193 to \u2192"), names)),
        h("tbody", null, props.rows.map((one, i) => row(props.columns, one, i)))));
  }

  return window.React.memo(LinkMatrix);
})();
