/* Network map: the component that Dash shows. Built on the vendored cytoscape.js, no build step. */
window.collabnet_dashboards = window.collabnet_dashboards || {};
window.collabnet_dashboards.NetworkMap = (function () {
  "use strict";

  const { Stage, legend, text } = window.collabnet_map;
  const React = window.React;
  const h = React.createElement;
  const NARROW = 760;
  const HELP =
    "Arrow keys go from one to the next, Enter selects, A selects the agency, plus and minus zoom, " +
    "0 shows everything, Escape clears. Drag to move; click the map first to zoom with the wheel.";

  function same(one, other) {
    return JSON.stringify(one || null) === JSON.stringify(other || null);
  }

  return function NetworkMap(props) {
    const canvas = React.useRef(null);
    const tip = React.useRef(null);
    const live = React.useRef(null);
    const stage = React.useRef(null);
    const told = React.useRef(null);
    const setProps = React.useRef(props.setProps);
    const [narrow, setNarrow] = React.useState(false);
    setProps.current = props.setProps;
    const elements = props.elements || { agencies: [], people: [], ties: [] };
    const places = (narrow && props.positions_narrow) ||
      props.positions || { agencies: {}, people: {} };
    const drawn = JSON.stringify([elements, places]);
    const marked = JSON.stringify(props.highlight || null);

    React.useEffect(() => {
      const box = canvas.current;
      stage.current = new Stage(box, tip.current, {
        say: (words) => {
          live.current.textContent = words;
        },
        select: (selected) => {
          if (same(told.current, selected)) return;
          told.current = selected;
          if (setProps.current) setProps.current({ selected: selected });
        }
      });
      let width = 0;
      const watch = new ResizeObserver(() => {
        if (box.clientWidth === width) return;
        width = box.clientWidth;
        setNarrow(width > 0 && width < NARROW);
        stage.current.fit(false);
      });
      watch.observe(box);
      return () => {
        watch.disconnect();
        window.clearTimeout(stage.current.waiting);
        stage.current.cy.destroy();
      };
    }, []);

    React.useEffect(() => {
      stage.current.draw(elements, places);
      stage.current.mark(props.highlight);
      stage.current.choose(stage.current.find(props.selected), false);
    }, [drawn]);

    React.useEffect(() => stage.current.mark(props.highlight), [marked]);

    React.useEffect(() => {
      if (same(told.current, props.selected)) return;
      told.current = props.selected || null;
      const element = stage.current.find(props.selected);
      stage.current.choose(element, false);
      if (element && element.isNode()) stage.current.reveal(element);
    }, [JSON.stringify(props.selected || null)]);

    const zoomable = (on) => () => stage.current && stage.current.cy.userZoomingEnabled(on);
    const button = (label, words, action) =>
      h(
        "button",
        {
          type: "button",
          "aria-label": words,
          title: words,
          onClick: action
        },
        label
      );
    const helpId = (props.id || "network-map") + "-help";
    const sectors = Array.from(new Set(elements.agencies.map((row) => row.sector || ""))).sort();

    return h(
      "div",
      { id: props.id, className: "cn-map" },
      h(
        "div",
        { className: "cn-map-bar" },
        h("p", null, text.summary(elements)),
        h(
          "div",
          { className: "cn-map-tools" },
          button("+", "Zoom in", () => stage.current.zoom(1.3)),
          button("\u2212", "Zoom out", () => stage.current.zoom(1 / 1.3)),
          button("Fit", "Show everything", () => stage.current.fit(true))
        )
      ),
      h(
        "div",
        {
          className: "cn-map-stage",
          style: { height: "min(" + (props.height || 600) + "px, 82vh)" }
        },
        h("div", {
          ref: canvas,
          className: "cn-map-canvas",
          role: "application",
          tabIndex: 0,
          "aria-label": "Network map. " + text.summary(elements),
          "aria-describedby": helpId,
          onKeyDown: (event) => stage.current.key(event),
          onFocus: zoomable(true),
          onBlur: zoomable(false),
          onTouchStartCapture: zoomable(true),
          onPointerDown: () => canvas.current.focus({ preventScroll: true })
        }),
        h("div", { ref: tip, className: "cn-map-tip", hidden: true, role: "presentation" })
      ),
      h("p", { id: helpId, className: "cn-map-help" }, HELP),
      h("div", { ref: live, className: "cn-sr-only", "aria-live": "polite" }),
      h(legend.Legend, { elements: elements, sectors: sectors })
    );
  };
})();
