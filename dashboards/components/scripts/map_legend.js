/* Network map: the legend, only what is in the data. Its entries show and hide what they name. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.legend = (function () {
  "use strict";

  const { samples, shown } = window.collabnet_map;
  const h = (...args) => window.React.createElement(...args);
  const HINT = "Press an entry with an edge to hide it or show it again.";
  const BASES = [
    ["formal", "formal: on paper, or of the post"],
    ["informal", "informal: held by the person"],
    ["unknown", "basis unknown"]
  ];
  const QUALITIES = [
    ["usable", "in use"],
    ["strained", "strained"],
    ["absent", "reported missing"]
  ];
  const KINDS = [
    ["person", "person"],
    ["group", "several people as one"],
    ["position", "position"],
    ["unknown", "not recorded"]
  ];

  /* The filters with one value of a group shown or hidden; a group as usual isn't mentioned. */
  function toggled(filters, group, value, all) {
    const usual = (list) => list.filter((one) => shown.passes({}, group, one));
    const now = all.filter((one) => shown.passes(filters, group, one));
    const after = all.filter((one) => now.includes(one) !== (one === value));
    const changed = Object.assign({}, filters);
    if (after.join("\n") === usual(all).join("\n")) delete changed[group];
    else changed[group] = after;
    return changed;
  }

  function part(title, items) {
    const key = title;
    return items.length ? h("div", { key }, h("p", null, title), h("ul", null, ...items)) : null;
  }

  /* Entries that filter: one button each, pressed while it is shown. */
  function switches(props, group, entries) {
    const all = entries.map((entry) => entry[0]);
    return entries.map(([value, words, sample]) => {
      const isOn = shown.passes(props.filters, group, value);
      const press = () => props.change(toggled(props.filters, group, value, all));
      const name = h("span", null, words);
      const button = { type: "button", "aria-pressed": isOn, onClick: press };
      return h("li", { key: group + value }, h("button", button, sample, name));
    });
  }

  function note(key, sample, words) {
    return h("li", { key }, h("span", { className: "cn-map-note" }, sample, h("span", null, words)));
  }

  function Legend(props) {
    const { facts, sizes } = props;
    const has = (group, value, usual) => facts.all.some((tie) => (tie[group] || usual) === value);
    const bases = BASES.filter(([name]) => has("basis", name, "unknown"));
    const qualities = QUALITIES.filter(([name]) => has("quality", name, "usable"));
    const drawn = (entries) => entries.map(([name, words]) => [name, words, samples.line(name)]);
    const words = qualities.map(([name, said]) => [
      name,
      said,
      name === "usable" ? null : samples.line(name)
    ]);
    const relations = shown.relations(facts).map((name) => [name, name, null]);
    const sectors = facts.sectors.map((name, i) => [
      name,
      name || "no sector recorded",
      samples.box(i, false)
    ]);
    const { people, agencies } = facts.elements;
    const isCounted = facts.all.some((tie) => tie.strength);
    const kinds = KINDS.filter(([name]) => people.some((row) => (row.kind || "person") === name));
    const notes = kinds.map(([name, said]) => note(name, samples.actor(name), said));
    if (people.some((row) => row.is_hub)) {
      notes.push(note("hub", samples.actor("person", true), "hub: much of the work meets here"));
    }
    if (agencies.concat(people).some((row) => row.outside)) {
      notes.push(note("outside", samples.box(0, true), "outside this site"));
    }
    const lines = switches(props, "bases", drawn(bases));
    if (isCounted) lines.push(note("width", samples.wider(), "wider: more referrals"));
    const bySize = sizes && (people.length ? "larger: higher " : "thicker edge: higher ");
    if (sizes) notes.push(note("size", samples.sizes(), bySize + sizes.measure));
    return h(
      "section",
      { className: "cn-map-legend", "aria-label": "Legend of the map" },
      lines.length ? h("p", { className: "cn-map-hint" }, HINT) : null,
      part("Ties", lines),
      qualities.length > 1 ? part("State", switches(props, "qualities", words)) : null,
      relations.length > 1 ? part("What for", switches(props, "relations", relations)) : null,
      sectors.length > 1 ? part("Sectors", switches(props, "sectors", sectors)) : null,
      part("People", notes)
    );
  }

  return { Legend };
})();
