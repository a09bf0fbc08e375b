/* A finding that opens to its parts. Everything is text; buttons carry what they ask for, and
   assets/asking.js passes it on. */
window.collabnet_dashboards = window.collabnet_dashboards || {};
window.collabnet_dashboards.FindingCard = (function () {
  "use strict";

  const h = (...args) => window.React.createElement(...args);

  function button(one, i) {
    return h("button", { key: i, type: "button", className: "cn-button", "data-ask": JSON.stringify(one.asked) },
      one.words, one.about ? h("span", { className: "cn-sr-only" }, " " + one.about) : null);
  }

  function buttons(asks) {
    return h("span", { className: "cn-buttons" }, h("span", null, "What if \u2026"), asks.map(button));
  }

  function fact(pair, i) {
    return h("div", { key: i }, h("dt", null, pair[0]), h("dd", null, pair[1]));
  }

  function person(one, i) {
    return h("li", { key: i },
      h("span", { className: "cn-who" }, h("strong", null, one.name), h("span", null, one.about)),
      one.asks.length ? buttons(one.asks) : null);
  }

  function folded(part, whole) {
    return part.fold ? h("details", { className: "cn-fold" }, h("summary", null, part.fold), whole) : whole;
  }

  function content(part) {
    if (part.facts) return h("dl", { className: "cn-numbers" }, part.facts.map(fact));
    if (part.lines) return folded(part, h("ul", null, part.lines.map((line, i) => h("li", { key: i }, line))));
    if (part.people) return h("ul", { className: "cn-people" }, part.people.map(person));
    if (part.asks) return buttons(part.asks);
    return h("p", null, part.text);
  }

  function section(part, i) {
    const shape = part.wide ? " cn-wide" : part.facts ? " cn-tall" : part.asks ? " cn-asks" : "";
    return h("div", { key: i, className: "cn-part" + shape },
      h("h4", null, part.title), content(part));
  }

  function FindingCard(props) {
    const mark = props.mark
      ? h("span", { className: "cn-after" }, h("strong", null, "After the change: "), props.mark)
      : null;
    return h("li", { className: "cn-finding cn-edge-" + props.severity },
      h("details", null,
        h("summary", null,
          h("span", { className: "cn-sentence" },
            h("span", { className: "cn-lead" }, props.lead), props.rest ? " " + props.rest : null),
          h("span", { className: "cn-status" }, props.status), mark),
        h("div", { className: "cn-opened" }, props.parts.map(section))));
  }

  return window.React.memo(FindingCard);
})();
