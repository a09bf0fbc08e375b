/* A table of text; the roles are said again because cards are no table to some browsers. */
window.collabnet_dashboards = window.collabnet_dashboards || {};
window.collabnet_dashboards.PlainTable = (function () {
  "use strict";

  const h = (...args) => window.React.createElement(...args);
  const SHORT = 12; // cells up to so many letters, days among them, stay on one line

  function content(cell) {
    if (typeof cell === "string") return cell;
    if (cell.href) return h("a", { href: cell.href }, cell.text);
    return h("span", { className: "cn-cell-" + cell.mark }, cell.text);
  }

  function row(columns, cells, i) {
    return h("tr", { key: i, role: "row" }, cells.map((cell, j) => h("td", {
      key: j, role: "cell", "data-label": columns[j],
      className: (cell.text || cell).length <= SHORT ? "cn-short" : null
    }, content(cell))));
  }

  function PlainTable(props) {
    const names = props.columns.map((name) => h("th", { key: name, scope: "col", role: "columnheader" }, name));
    return h("div", { className: "cn-scroll", tabIndex: 0, role: "region", "aria-label": props.caption },
      h("table", { className: props.cards ? "cn-table cn-cards" : "cn-table", role: "table" },
        h("caption", null, props.caption,
          props.note ? h("span", { className: "cn-small" }, props.note) : null),
        h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, names)),
        h("tbody", { role: "rowgroup" }, props.rows.map((cells, i) => row(props.columns, cells, i)))));
  }

  return window.React.memo(PlainTable);
})();
