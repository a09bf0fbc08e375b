/* Network map: its buttons. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.tools = (function () {
  "use strict";

  const h = (...args) => window.React.createElement(...args);

  function button(words, action, more) {
    const given = { key: words, type: "button", className: "cn-map-button", onClick: action };
    return h("button", { ...given, ...more }, words);
  }

  function group(label, ...buttons) {
    const given = { key: label, className: "cn-map-group", role: "group", "aria-label": label };
    return h("div", given, ...buttons);
  }

  /* Neighbors of the one who is chosen, or everybody again. */
  function focus(props) {
    const { chosen } = props;
    const now = props.focus;
    if (!now) {
      const title = chosen ? "" : "Select a person or an agency on the map first";
      return button("Neighbors only", () => props.setFocus(1), { disabled: !chosen, title });
    }
    const step = (n, words) =>
      button(words, () => props.setFocus(n), { "aria-pressed": (now.steps || 1) === n });
    return group(
      "Neighbors only",
      step(1, "1 step"),
      step(2, "2 steps"),
      button("Everybody", () => props.setFocus(0))
    );
  }

  function Tools(props) {
    const { nOpen, nClosed, isMany } = props;
    const agencies = [
      nOpen > 0 && button("Close all agencies", () => props.openAll(false)),
      nClosed > 0 && !isMany && button("Open all agencies", () => props.openAll(true))
    ];
    return h(
      "div",
      { className: "cn-map-tools" },
      focus(props),
      ...agencies,
      props.isMoved ? button("Put everything back", props.putBack) : null,
      group(
        "Save the picture",
        button("PNG", () => props.save("png"), { "aria-label": "Save as PNG picture" }),
        button("SVG", () => props.save("svg"), { "aria-label": "Save as SVG picture" })
      ),
      group(
        "Zoom",
        button("+", () => props.zoom(1.3), { "aria-label": "Zoom in", title: "Zoom in" }),
        button("\u2212", () => props.zoom(1 / 1.3), {
          "aria-label": "Zoom out",
          title: "Zoom out"
        }),
        button("Fit", props.fit, { "aria-label": "Fit: show everything", title: "Show everything" })
      )
    );
  }

  return { Tools };
})();
