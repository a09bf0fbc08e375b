/* A table of fields; what was changed is told to Dash when a field is left. On a telephone each row is a
   card, so the roles are said again. */
window.collabnet_dashboards = window.collabnet_dashboards || {};
window.collabnet_dashboards.RowEditor = (function () {
  "use strict";

  const h = (...args) => window.React.createElement(...args);
  const useState = (...args) => window.React.useState(...args);

  function Cell(props) {
    const [text, setText] = useState(props.text);
    const isChanged = text !== props.text;
    return h("input", {
      type: "text",
      value: text,
      size: Math.min(Math.max(props.text.length, 8), 32),
      "aria-label": props.column + ", row " + props.row,
      "aria-invalid": props.isWrong && !isChanged ? true : null,
      className: isChanged ? "cn-edited" : null,
      onChange: (event) => setText(event.target.value),
      onBlur: () => props.tell(isChanged ? text : null)
    });
  }

  function RowEditor(props) {
    const changed = window.React.useRef({});
    function tell(row, place, text) {
      const cells = Object.assign({}, changed.current[row]);
      if (text === null) delete cells[place];
      else cells[place] = text;
      changed.current = Object.assign({}, changed.current, { [row]: cells });
      if (!Object.keys(cells).length) delete changed.current[row];
      props.setProps({ edited: changed.current });
    }
    const names = ["Row", "What is wrong"].concat(props.columns);
    const rows = props.rows.map((one) => h("tr", { key: one.at, role: "row" },
      h("th", { scope: "row", role: "rowheader", "data-label": names[0] }, String(one.row)),
      h("td", { className: "cn-why", role: "cell", "data-label": names[1] }, one.why),
      one.cells.map((text, place) => h("td", {
        key: place, role: "cell", "data-label": props.columns[place]
      }, h(Cell, {
        text: text, row: one.row, column: props.columns[place], isWrong: place === one.wrong,
        tell: (now) => tell(one.at, place, now)
      })))));
    const heads = names.map((name, i) => h("th", { key: i, scope: "col", role: "columnheader" }, name));
    return h("div", { className: "cn-scroll", tabIndex: 0, role: "region", "aria-label": props.caption },
      h("table", { className: "cn-table cn-cards cn-editor", role: "table" },
        h("caption", null, props.caption),
        h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)),
        h("tbody", { role: "rowgroup" }, rows)));
  }

  return RowEditor;
})();
