/* Network map: boxes that narrow the ties down by service, period and strength. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.filters = (function () {
  "use strict";

  const { shown } = window.collabnet_map;
  const h = (...args) => window.React.createElement(...args);
  const SEVERAL = "several";

  function month(code) {
    const [year, number] = code.split("-").map(Number);
    const day = new Date(Date.UTC(year, number - 1, 1));
    return day.toLocaleDateString("en-US", { month: "short", year: "numeric", timeZone: "UTC" });
  }

  /* The filters with one of them set; without a value it isn't mentioned. */
  function set(filters, name, value) {
    const changed = Object.assign({}, filters);
    if (value === null || value === "" || value === 0) delete changed[name];
    else changed[name] = value;
    return changed;
  }

  function labelled(id, words, control) {
    return h("div", { key: id }, h("label", { htmlFor: id }, words), control);
  }

  function box(id, label, value, options, onChange) {
    const choose = (event) => onChange(event.target.value);
    const listed = options.map(([code, words]) => h("option", { key: code, value: code }, words));
    return labelled(id, label, h("select", { id, value, onChange: choose }, listed));
  }

  function service(props, services) {
    const chosen = props.filters.services || [];
    const value = chosen.length > 1 ? SEVERAL : chosen[0] || "";
    const options = [["", "all services"]].concat(services.map((name) => [name, name]));
    if (value === SEVERAL) options.push([SEVERAL, chosen.join(", ")]);
    return box(props.id + "-service", "Service", value, options, (name) =>
      props.change(set(props.filters, "services", name && name !== SEVERAL ? [name] : null))
    );
  }

  function period(props, months) {
    const { filters } = props;
    const options = months.map((code) => [code, month(code)]);
    const first = [["", "the start"]].concat(options);
    const last = [["", "the end"]].concat(options);
    return [
      box(props.id + "-from", "From", filters.from || "", first, (code) =>
        props.change(set(filters, "from", code))
      ),
      box(props.id + "-to", "To", filters.to || "", last, (code) =>
        props.change(set(filters, "to", code))
      )
    ];
  }

  function least(props) {
    const change = (event) => {
      const number = Math.max(0, Math.floor(Number(event.target.value) || 0));
      props.change(set(props.filters, "least", number));
    };
    const value = props.filters.least || "";
    const id = props.id + "-least";
    const input = { id, type: "number", min: 0, step: 1, value, placeholder: "any" };
    return labelled(id, "Referrals, at least", h("input", { ...input, onChange: change }));
  }

  function Filters(props) {
    const { facts, filters } = props;
    const services = shown.services(facts);
    const months = shown.months(facts);
    const boxes = [];
    if (services.length > 1) boxes.push(service(props, services));
    if (months.length > 1) boxes.push(...period(props, months));
    if (facts.all.some((tie) => tie.strength)) boxes.push(least(props));
    const isAny = Object.keys(filters).length > 0;
    const clear = { type: "button", className: "cn-map-button", onClick: () => props.change({}) };
    if (isAny) boxes.push(h("button", { key: "clear", ...clear }, "Clear all filters"));
    if (!boxes.length) return null;
    return h("div", { className: "cn-map-filters", role: "group", "aria-label": "Filters" }, boxes);
  }

  return { Filters };
})();
