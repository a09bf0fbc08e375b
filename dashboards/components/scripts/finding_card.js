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

  /* The words of a number; with a third entry they open what they mean (assets/define.js). */
  function factWords(pair) {
    const means = pair[2];
    if (!means) return pair[0];
    return h("button", {
      type: "button", className: "cn-define", "aria-haspopup": "dialog",
      "data-define": means.title, "data-meaning": means.meaning, "data-term": means.term
    }, pair[0]);
  }

  function fact(pair, i) {
    return h("div", { key: i }, h("dt", null, factWords(pair)), h("dd", null, pair[1]));
  }

  function person(one, i) {
    return h("li", { key: i },
      h("span", { className: "cn-who" }, h("strong", null, one.name), h("span", null, one.about)),
      one.asks.length ? buttons(one.asks) : null);
  }

  function way(one, i) {
    return h("a", { key: i, className: "cn-button", href: one.href }, one.words);
  }

  function folded(part, whole) {
    return part.fold ? h("details", { className: "cn-fold" }, h("summary", null, part.fold), whole) : whole;
  }

  function content(part) {
    if (part.facts) return h("dl", { className: "cn-facts" }, part.facts.map(fact));
    if (part.lines) return folded(part, h("ul", null, part.lines.map((line, i) => h("li", { key: i }, line))));
    if (part.people) return h("ul", { className: "cn-people" }, part.people.map(person));
    if (part.asks) return buttons(part.asks);
    if (part.ways) return h("span", { className: "cn-buttons" }, part.ways.map(way));
    return h("p", null, part.text);
  }

  function section(heading) {
    return function (part, i) {
      return h("div", { key: i, className: "cn-part" }, h(heading, null, part.title), content(part));
    };
  }

  /* What is narrow stands in columns, what is wide below them. */
  function opened(props) {
    const narrow = props.parts.filter((part) => !part.wide);
    const wide = props.parts.filter((part) => part.wide);
    return h("div", { className: "cn-opened" },
      h("div", { className: "cn-narrow" }, narrow.map(section(props.heading))),
      wide.map(section(props.heading)));
  }

  function said(props) {
    const tag = props.tag
      ? h("span", { className: "cn-severity cn-severity-" + props.severity }, props.tag)
      : null;
    const mark = props.mark
      ? h("span", { className: "cn-after" }, h("strong", null, "With what is tried: "), props.mark)
      : null;
    return [
      h("span", { key: "said", className: "cn-sentence" }, tag,
        h("span", { className: "cn-said" }, props.lead), props.rest ? " " + props.rest : null),
      props.status ? h("span", { key: "status", className: "cn-status" }, props.status) : null,
      mark ? h("span", { key: "mark" }, mark) : null
    ];
  }

  function FindingCard(props) {
    const look = "cn-finding cn-edge-" + props.severity;
    if (props.fixed) return h("div", { className: look }, h("div", { className: "cn-fixed" }, said(props)), opened(props));
    return h("li", { className: look }, h("details", null, h("summary", null, said(props)), opened(props)));
  }

  return window.React.memo(FindingCard);
})();
