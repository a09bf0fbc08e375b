/* Network map: a box that finds people, roles and agencies, with a list below it. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.search = (function () {
  "use strict";

  const MOST = 8;
  const h = (...args) => window.React.createElement(...args);

  /* Everybody and every agency, with the words by which they are found. */
  function entries(facts) {
    const agencies = facts.elements.agencies.map((row) => ({
      what: "agency",
      id: row.id,
      label: row.label,
      about: row.sector ? "agency, " + row.sector : "agency"
    }));
    const people = facts.elements.people.map((row) => ({
      what: "person",
      id: row.id,
      label: row.label,
      about: [row.role, facts.labelOf(row.agency)].filter(Boolean).join(", ")
    }));
    return agencies.concat(people).map((one) => ({
      ...one,
      name: String(one.label).toLowerCase(),
      words: (one.label + " " + one.about).toLowerCase()
    }));
  }

  /* Names that begin so come first, then the rest; in each by the alphabet. */
  function found(all, asked) {
    const parts = asked.toLowerCase().split(/\s+/).filter(Boolean);
    if (!parts.length) return [];
    const rank = (one) => (one.name.startsWith(parts[0]) ? 0 : 1);
    return all
      .filter((one) => parts.every((part) => one.words.includes(part)))
      .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
  }

  function Search(props) {
    const { useMemo, useState } = window.React;
    const [asked, setAsked] = useState("");
    const [at, setAt] = useState(0);
    const [isOpen, setOpen] = useState(false);
    const all = useMemo(() => entries(props.facts), [props.facts]);
    const hits = useMemo(() => found(all, asked), [all, asked]);
    const listed = hits.slice(0, MOST);
    const isShown = isOpen && asked.trim() !== "";
    const listId = props.id + "-found";
    const optionId = (i) => listId + "-" + i;

    const take = (one) => {
      setOpen(false);
      setAsked("");
      props.take(one);
    };
    const type = (event) => {
      setAsked(event.target.value);
      setAt(0);
      setOpen(true);
    };
    const key = (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (by && listed.length) {
        setOpen(true);
        setAt((at + by + listed.length) % listed.length);
      } else if (event.key === "Enter" && isShown && listed.length) take(listed[at]);
      else if (event.key === "Escape" && asked) setAsked("");
      else return;
      event.preventDefault();
    };
    const options = listed.map((one, i) =>
      h(
        "li",
        {
          key: one.what + one.id,
          id: optionId(i),
          role: "option",
          "aria-selected": i === at,
          onPointerDown: (event) => event.preventDefault(), // the box keeps the focus
          onClick: () => take(one)
        },
        h("strong", null, one.label),
        h("span", null, one.about)
      )
    );
    const more = hits.length - listed.length;
    const told = hits.length ? (more > 0 ? more + " more; type on" : "") : "Nobody of that name.";
    return h(
      "div",
      { className: "cn-map-search" },
      h("input", {
        ref: props.box,
        id: props.id + "-search",
        type: "text",
        role: "combobox",
        autoComplete: "off",
        spellCheck: false,
        placeholder: "Find a person, role or agency",
        "aria-label": "Find a person, role or agency on the map",
        "aria-autocomplete": "list",
        "aria-expanded": isShown && listed.length > 0,
        "aria-controls": listId,
        "aria-activedescendant": isShown && listed.length ? optionId(at) : undefined,
        value: asked,
        onChange: type,
        onKeyDown: key,
        onBlur: () => setOpen(false)
      }),
      h(
        "div",
        { className: "cn-map-found", hidden: !isShown },
        h("ul", { id: listId, role: "listbox", "aria-label": "Found" }, options),
        h("p", { "aria-live": "polite" }, isShown ? told : "")
      )
    );
  }

  return { Search, found, entries };
})();
