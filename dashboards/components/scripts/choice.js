/* A labelled box to choose from: the browser's own, told to Dash. */
window.collabnet_dashboards = window.collabnet_dashboards || {};
window.collabnet_dashboards.Choice = (function () {
  "use strict";

  const h = (...args) => window.React.createElement(...args);

  function option(one) {
    return h("option", { key: one.value, value: one.value }, one.label);
  }

  function group(one) {
    if (!one.label) return one.options.map(option);
    return h("optgroup", { key: one.label, label: one.label }, one.options.map(option));
  }

  return function Choice(props) {
    const first = props.first ? h("option", { key: "", value: "" }, props.first) : null;
    return h("div", { className: "cn-choice" },
      h("label", { htmlFor: props.id }, props.label),
      h("select", {
        id: props.id, value: props.value || "",
        onChange: (event) => props.setProps({ value: event.target.value })
      }, first, (props.groups || []).map(group)));
  };
})();
