/* Network map: the component that Dash shows. Built on the vendored cytoscape.js, no build step. */
window.collabnet_dashboards = window.collabnet_dashboards || {};
window.collabnet_dashboards.NetworkMap = (function () {
  "use strict";

  const map = window.collabnet_map;
  const { Stage, colours, filters, legend, search, shown, text, tools } = map;
  const React = window.React;
  const h = React.createElement;
  const NARROW = 760;
  const SCHEME = "data-mantine-color-scheme";
  const NOTHING = { agencies: [], people: [], ties: [] };
  const NOWHERE = { agencies: {}, people: {} };

  const same = (one, other) => JSON.stringify(one || null) === JSON.stringify(other || null);

  /* What the map is asked to do beside drawing; `now` gives the props of the moment. */
  function actions(now, stage, facts) {
    const set = (changed) => now.current.setProps && now.current.setProps(changed);
    const closed = () => shown.closedOf(facts(), now.current.collapsed);

    function toggle(id) {
      const shut = closed();
      const staff = facts().staff.get(id) || [];
      if (!staff.length) return;
      if (!shut.has(id)) shut.add(id);
      else if (room(shut) < staff.length) {
        say("There is no room for more people: close an agency first.");
        return;
      } else shut.delete(id);
      set({ collapsed: Array.from(shut) });
      const is = shut.has(id) ? " is closed." : " is open: its people are shown.";
      say(facts().labelOf(id) + is);
    }

    /* How many more people a large map may show. */
    function room(shut) {
      if (!facts().isMany) return Infinity;
      const open = Array.from(facts().staff).filter(([id]) => !shut.has(id));
      return shown.MANY - open.reduce((sum, [, staff]) => sum + staff.length, 0);
    }

    function openAll(isOpen) {
      set({ collapsed: isOpen ? [] : Array.from(facts().agencies.keys()) });
      say(isOpen ? "All agencies are open." : "All agencies are closed.");
    }

    function focus(selected, steps) {
      set({ focus: selected && steps ? { ...selected, steps } : null });
      const near = steps === 2 ? "their neighbors and the neighbors of these." : "their neighbors.";
      say(selected && steps ? facts().labelOf(selected.id) + " and " + near : "Everybody is shown.");
    }

    function move(places) {
      const kept = now.current.positions_kept || {};
      const merged = (part) => ({ ...kept[part], ...places[part] });
      set({ positions_kept: { agencies: merged("agencies"), people: merged("people") } });
    }

    /* Make an actor visible that a closed agency or a focus hides. */
    function uncover(one) {
      const changed = now.current.focus ? { focus: null } : {};
      const row = one.what === "person" ? facts().people.get(one.id) : null;
      const shut = closed();
      if (row && shut.delete(row.agency)) changed.collapsed = Array.from(shut);
      if (Object.keys(changed).length) set(changed);
    }

    const say = (words) => stage.current.listen.say(words);
    return { focus, move, openAll, set, toggle, uncover };
  }

  return function NetworkMap(props) {
    const [canvas, tip, live, stage, light, finder] = Array.from({ length: 6 }, () =>
      React.useRef(null)
    );
    const told = React.useRef([]); // choices passed on to Dash that haven't come back yet
    const fitted = React.useRef(null);
    const wanted = React.useRef(null);
    const now = React.useRef(props);
    now.current = props;
    const [narrow, setNarrow] = React.useState(false);
    const [scheme, setScheme] = React.useState("");
    const elements = props.elements || NOTHING;
    const places = (narrow && props.positions_narrow) || props.positions || NOWHERE;
    const facts = React.useMemo(() => shown.index(elements), [elements]);
    const factsNow = React.useRef(facts);
    factsNow.current = facts;
    const chosenFilters = props.filters || {};
    const view = [chosenFilters, props.collapsed || null, props.focus || null];
    const seen = React.useMemo(() => {
      const [given, collapsed, focus] = view;
      return shown.of(facts, { filters: given, collapsed, focus });
    }, [facts, JSON.stringify(view)]);
    const { focus, move, openAll, set, toggle, uncover } = React.useMemo(
      () => actions(now, stage, () => factsNow.current),
      []
    );

    // Drawn in one step with the words around it, so that neither is ever ahead of the other.
    React.useLayoutEffect(() => {
      const box = canvas.current;
      stage.current = new Stage(box, tip.current, {
        say: (words) => {
          live.current.textContent = words;
        },
        select: (selected) => {
          if (same(now.current.selected, selected) && !told.current.length) return;
          told.current.push(JSON.stringify(selected || null));
          set({ selected: selected });
        },
        selectMany: (list) => set({ selected_many: list }),
        focus: (node) => {
          const one = node && { what: node.data("what"), id: node.data("ref") };
          focus(now.current.focus ? null : one, 1);
        },
        search: () => finder.current.focus(),
        move: move,
        toggle: toggle
      });
      let width = 0;
      const resized = new ResizeObserver(() => {
        if (box.clientWidth === width) return;
        width = box.clientWidth;
        setNarrow(width > 0 && width < NARROW);
        stage.current.camera.fit(false);
      });
      resized.observe(box);
      const root = document.documentElement;
      const recoloured = new MutationObserver(() => setScheme(root.getAttribute(SCHEME)));
      recoloured.observe(root, { attributes: true, attributeFilter: [SCHEME] });
      return () => {
        resized.disconnect();
        recoloured.disconnect();
        window.clearTimeout(stage.current.waiting);
        stage.current.cy.destroy();
      };
    }, []);

    React.useLayoutEffect(() => stage.current.colour(colours.palette(canvas.current)), [scheme]);

    React.useLayoutEffect(() => {
      stage.current.draw(seen, places, props.positions_kept, props.sizes);
      const whole = [facts, places, JSON.stringify(props.focus || null)];
      if (!fitted.current || whole.some((part, i) => part !== fitted.current[i])) {
        stage.current.camera.fit(false);
        fitted.current = whole;
      }
      stage.current.mark(props.highlight);
      const sought = wanted.current && stage.current.find(wanted.current);
      if (sought) {
        wanted.current = null;
        stage.current.choose(sought, true);
        stage.current.goTo(sought);
      } else stage.current.showChosen(stage.current.find(props.selected));
    }, [seen, places, props.positions_kept, props.sizes]);

    React.useLayoutEffect(() => stage.current.mark(props.highlight), [props.highlight]);

    React.useLayoutEffect(() => {
      const own = told.current.indexOf(JSON.stringify(props.selected || null));
      told.current = own < 0 ? [] : told.current.slice(own + 1);
      if (own >= 0) return;
      const element = stage.current.find(props.selected);
      if (props.selected && !element) uncover(props.selected);
      stage.current.choose(element, false);
      if (element && element.isNode()) stage.current.goTo(element);
    }, [JSON.stringify(props.selected || null)]);

    React.useLayoutEffect(() => {
      const nodes = (props.selected_many || []).map((one) => stage.current.find(one));
      stage.current.chooseMany(nodes.filter(Boolean), false);
    }, [seen, JSON.stringify(props.selected_many || [])]);

    const take = (one) => {
      const element = stage.current.find(one);
      canvas.current.focus({ preventScroll: true });
      if (element) {
        stage.current.choose(element, true);
        stage.current.goTo(element);
      } else {
        wanted.current = one;
        uncover(one);
      }
    };
    const save = (ending) => {
      const nameSize = places.name_size || 15;
      const tint = { ...colours.palette(light.current), nameSize };
      const title = props.title || "Network map";
      map.save(ending, map.svg(stage.current.cy, tint, title, props.label || ""));
    };
    const change = (changed) => {
      set({ filters: changed });
    };
    const zoomable = (isOn) => () => stage.current && stage.current.cy.userZoomingEnabled(isOn);
    const kept = props.positions_kept || {};
    const withStaff = Array.from(facts.staff).filter(([, staff]) => staff.length);
    const nClosed = withStaff.filter(([id]) => seen.closed.has(id)).length;
    const actor = props.selected && props.selected.what !== "tie" ? props.selected : null;
    const id = props.id || "network-map";
    const summary = text.summary(seen);
    const many = text.many(seen);

    return h(
      "div",
      { id: props.id, className: "cn-map" },
      h(
        "div",
        { className: "cn-map-bar" },
        h(search.Search, { id, facts, take, box: finder }),
        h(tools.Tools, {
          chosen: actor,
          focus: props.focus,
          setFocus: (steps) => focus(props.focus || actor, steps),
          nOpen: withStaff.length - nClosed,
          nClosed: nClosed,
          isMany: facts.isMany,
          openAll: openAll,
          isMoved: [kept.agencies, kept.people].some((part) => part && Object.keys(part).length),
          putBack: () => set({ positions_kept: null }),
          save: save,
          zoom: (factor) => stage.current.camera.zoom(factor, stage.current.cursor),
          fit: () => stage.current.camera.fit(true)
        })
      ),
      h(filters.Filters, { id, facts, filters: chosenFilters, change }),
      many ? h("p", { className: "cn-map-many" }, many) : null,
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
          "aria-label": "Network map. " + summary,
          "aria-describedby": id + "-help",
          onKeyDown: (event) => map.keys.press(stage.current, event),
          onFocus: zoomable(true),
          onBlur: zoomable(false),
          onTouchStartCapture: zoomable(true),
          onPointerUp: () => canvas.current.focus({ preventScroll: true })
        }),
        h("div", { ref: tip, className: "cn-map-tip", hidden: true, role: "presentation" })
      ),
      h("p", { className: "cn-map-summary", role: "status" }, summary),
      h(legend.Legend, { facts, filters: chosenFilters, change, sizes: props.sizes }),
      map.help(id),
      h("div", { ref: live, className: "cn-sr-only", "aria-live": "polite" }),
      h("i", { ref: light, hidden: true, [SCHEME]: "light" })
    );
  };
})();
