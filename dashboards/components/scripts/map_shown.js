/* Network map: which actors and ties are shown. Rows and choices in, rows out; nothing is drawn. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.shown = (function () {
  "use strict";

  const MANY = 600; // actors; above, the map begins with closed agencies
  const STRONGEST = 150; // lines between closed agencies that are drawn then
  const USUAL = { qualities: ["usable", "strained"] }; // missing ties are shown on demand

  function index(elements) {
    const people = new Map(elements.people.map((row) => [row.id, row]));
    const agencies = new Map(elements.agencies.map((row) => [row.id, row]));
    const staff = new Map(elements.agencies.map((row) => [row.id, []]));
    elements.people.forEach((row) => staff.has(row.agency) && staff.get(row.agency).push(row));
    const known = (id) => agencies.has(id) || (people.has(id) && agencies.has(people.get(id).agency));
    const all = elements.ties.filter(
      (tie) => known(tie.from) && known(tie.to) && tie.from !== tie.to
    );
    const ties = new Map();
    all.forEach((tie) => {
      [tie.from, tie.to].forEach((end) => {
        if (!ties.has(end)) ties.set(end, []);
        ties.get(end).push(tie);
      });
    });
    const sectors = Array.from(new Set(elements.agencies.map((row) => row.sector || ""))).sort();
    const labelOf = (id) => (people.get(id) || agencies.get(id) || { label: id }).label;
    const isMany = people.size + agencies.size > MANY;
    return { elements, people, agencies, staff, all, ties, sectors, labelOf, isMany, whole: new Map() };
  }

  function passes(filters, group, value) {
    const wanted = (filters && filters[group]) || USUAL[group];
    return !wanted || wanted.includes(value);
  }

  /* How much of a tie the filters leave: 0 nothing; else its strength, or null where none is known.
     Ties that aren't counted in a log have no month, and stay; they have no service, and go. */
  function left(tie, filters) {
    const { services, from, to } = filters;
    const parts = tie.referrals || [];
    if (!parts.length) return services ? 0 : tie.strength || null;
    if (!services && !from && !to) return tie.strength;
    const fits = ([month, service]) =>
      (!services || services.includes(service)) &&
      (!from || (month && month >= from)) &&
      (!to || (month && month <= to));
    return parts.filter(fits).reduce((sum, part) => sum + part[2], 0);
  }

  function closedOf(facts, collapsed) {
    if (collapsed) return new Set(collapsed);
    return new Set(facts.isMany ? facts.agencies.keys() : []);
  }

  /* Ties that pass the filters, each with what is left of it. */
  function passing(facts, filters) {
    const sectorOf = (id) => {
      const row = facts.people.has(id) ? facts.agencies.get(facts.people.get(id).agency) : null;
      return (row || facts.agencies.get(id)).sector || "";
    };
    const found = new Map();
    facts.all.forEach((tie) => {
      if (!passes(filters, "bases", tie.basis || "unknown")) return;
      if (!passes(filters, "qualities", tie.quality || "usable")) return;
      if (!passes(filters, "relations", tie.kind || "")) return;
      if (filters.sectors && ![tie.from, tie.to].every((id) => passes(filters, "sectors", sectorOf(id))))
        return;
      const amount = left(tie, filters);
      if (amount !== 0) found.set(tie, amount);
    });
    return found;
  }

  /* Ties of the same two ends with the same basis and quality are one line; those of a closed
     agency end at the agency. */
  function lines(facts, ties, closed) {
    const end = (id) => {
      const row = facts.people.get(id);
      if (!row) return "a:" + id;
      return closed.has(row.agency) ? "a:" + row.agency : "p:" + id;
    };
    const found = new Map();
    ties.forEach((amount, tie) => {
      const ends = [end(tie.from), end(tie.to)].sort();
      if (ends[0] === ends[1]) return;
      const basis = tie.basis || "unknown";
      const quality = tie.quality || "usable";
      const key = JSON.stringify([ends, basis, quality]);
      if (!found.has(key)) found.set(key, { ends, basis, quality, members: [], strength: null });
      const line = found.get(key);
      line.members.push(tie);
      if (amount !== null) line.strength = (line.strength || 0) + amount;
    });
    return Array.from(found.values());
  }

  /* Number of lines and the strongest of them without filters: widths can be compared whatever is
     filtered. Worked out once for each set of closed agencies. */
  function measureWhole(facts, closed) {
    const key = JSON.stringify(Array.from(closed).sort());
    if (!facts.whole.has(key)) {
      const all = lines(facts, new Map(facts.all.map((tie) => [tie, left(tie, {})])), closed);
      const strongest = all.reduce((most, line) => Math.max(most, line.strength || 0), 0);
      const isAlike = all.every((line) => (line.strength || 0) === strongest);
      facts.whole.set(key, { nLines: all.length, strongest, isAlike });
    }
    return facts.whole.get(key);
  }

  /* Lines between closed agencies, the strongest only; all lines of agencies that are open. */
  function strongest(all, closed) {
    const isClosed = (line) => line.ends.every((end) => closed.has(end.slice(2)));
    const between = all.filter(isClosed);
    const weight = (line) => (line.strength || 0) + line.members.length / 1e6;
    between.sort((one, other) => weight(other) - weight(one));
    const kept = new Set(between.slice(0, STRONGEST));
    return all.filter((line) => kept.has(line) || !isClosed(line));
  }

  /* Ends that can be reached from an actor in so many steps, the actor with its people first. */
  function around(focus, facts, all, closed) {
    const isAgency = focus.what === "agency";
    const home = isAgency ? focus.id : (facts.people.get(focus.id) || {}).agency;
    const start = closed.has(home) ? ["a:" + home] : [(isAgency ? "a:" : "p:") + focus.id];
    if (isAgency) (facts.staff.get(home) || []).forEach((row) => start.push("p:" + row.id));
    const found = new Set(start);
    for (let step = 0; step < (focus.steps || 1); step += 1) {
      const next = all.filter((line) => line.ends.some((end) => found.has(end)));
      next.forEach((line) => line.ends.forEach((end) => found.add(end)));
    }
    return found;
  }

  /* What is on the map now. `view`: filters, collapsed and focus, as the component has them. */
  function of(facts, view) {
    const filters = view.filters || {};
    const closed = closedOf(facts, view.collapsed);
    const ties = passing(facts, filters);
    const least = filters.least || 0;
    let all = lines(facts, ties, closed).filter(
      (line) => line.strength === null || line.strength >= least
    );
    const whole = measureWhole(facts, closed);
    const nLines = all.length;
    const near = view.focus ? around(view.focus, facts, all, closed) : null;
    if (near) all = all.filter((line) => line.ends.every((end) => near.has(end)));
    if (facts.isMany && !near) all = strongest(all, closed);
    const people = facts.elements.people.filter(
      (row) =>
        facts.agencies.has(row.agency) &&
        !closed.has(row.agency) &&
        passes(filters, "sectors", facts.agencies.get(row.agency).sector || "") &&
        (!near || near.has("p:" + row.id))
    );
    const homes = new Set(people.map((row) => row.agency));
    const agencies = facts.elements.agencies.filter(
      (row) =>
        passes(filters, "sectors", row.sector || "") &&
        (!near || near.has("a:" + row.id) || homes.has(row.id))
    );
    const drawn = new Set(all.flatMap((line) => line.members));
    return { facts, agencies, people, lines: all, closed, drawn, nLines, whole };
  }

  /* Months of the log, one by one, so that a period can be chosen. */
  function months(facts) {
    const found = new Set();
    facts.all.forEach((tie) => (tie.referrals || []).forEach((part) => part[0] && found.add(part[0])));
    return Array.from(found).sort();
  }

  function values(facts, pick) {
    const found = new Set();
    facts.all.forEach((tie) => pick(tie).forEach((value) => value && found.add(value)));
    return Array.from(found).sort();
  }

  const services = (facts) => values(facts, (tie) => (tie.referrals || []).map((part) => part[1]));
  const relations = (facts) => values(facts, (tie) => [tie.kind]);

  return { MANY, USUAL, closedOf, index, months, of, passes, relations, services };
})();
