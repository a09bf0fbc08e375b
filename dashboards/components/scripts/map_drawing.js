/* Network map: from the rows that Python sends to the shapes and lines of cytoscape. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.drawing = (function () {
  "use strict";

  const BASES = ["formal", "informal", "unknown"];
  const QUALITIES = ["usable", "strained", "absent"];
  const KINDS = ["person", "group", "position", "unknown"];
  const ENDS = { agency: "a:", person: "p:", tie: "t:", plate: "n:" };

  /* A word of the vocabulary, or the usual one. */
  function oneOf(words, word, usual) {
    return words.includes(word) ? word : usual;
  }

  /* Names on the map are cut where they would need a fourth line; told in full everywhere else. */
  function short(label) {
    const name = String(label);
    return name.length > 40 ? name.slice(0, 38).trimEnd() + "\u2026" : name;
  }

  /* Steps of width, by share of the strongest tie: a line's width never gives its number away. */
  function step(strength, strongest) {
    if (!strength || !strongest) return 0;
    const share = strength / strongest;
    return share > 0.75 ? 3 : share > 0.4 ? 2 : share > 0.15 ? 1 : 0;
  }

  function index(elements) {
    const people = new Map(elements.people.map((row) => [row.id, row]));
    const agencies = new Map(elements.agencies.map((row) => [row.id, row]));
    const staff = new Map(elements.agencies.map((row) => [row.id, []]));
    elements.people.forEach((row) => staff.has(row.agency) && staff.get(row.agency).push(row));
    const ties = new Map();
    elements.ties.forEach((tie) => {
      new Set([tie.from, tie.to]).forEach((end) => {
        if (!ties.has(end)) ties.set(end, []);
        ties.get(end).push(tie);
      });
    });
    const sectors = Array.from(new Set(elements.agencies.map((row) => row.sector || ""))).sort();
    const labelOf = (id) => (people.get(id) || agencies.get(id) || { label: id }).label;
    return { people, agencies, staff, ties, sectors, labelOf };
  }

  /* Ties of an agency: those of the agency itself and those of its people with others. */
  function tiesOfAgency(id, facts) {
    const own = new Set(facts.ties.get(id) || []);
    facts.staff
      .get(id)
      .forEach((row) => (facts.ties.get(row.id) || []).forEach((tie) => own.add(tie)));
    return Array.from(own);
  }

  function agencyNodes(row, facts, places) {
    const box = places.agencies[row.id] || [0, 0, 180, 60, 40];
    const staff = facts.staff.get(row.id);
    const data = Object.assign({}, row, {
      id: ENDS.agency + row.id,
      ref: row.id,
      what: "agency",
      people: staff.length,
      sectorIndex: facts.sectors.indexOf(row.sector || ""),
      ties: tiesOfAgency(row.id, facts),
      w: box[2],
      h: box[3],
      room: box[2] - 20
    });
    const outside = row.outside ? " outside" : "";
    if (!staff.length) {
      return [
        { data: data, classes: "agency empty" + outside, position: { x: box[0], y: box[1] } }
      ];
    }
    const plate = Object.assign({}, data, {
      id: ENDS.plate + row.id,
      parent: data.id,
      w: box[2] - 12,
      h: box[4] - 4
    });
    Object.assign(data, { w: box[2] - 12, h: box[3] - 12 });
    const top = { x: box[0], y: box[1] - box[3] / 2 + 6 + plate.h / 2 };
    return [
      { data: data, classes: "agency box" + outside },
      { data: plate, classes: "plate" + outside, position: top }
    ];
  }

  function personNode(row, facts, places) {
    const agency = facts.agencies.get(row.agency);
    const at = places.people[row.id] || [0, 0];
    const kind = oneOf(KINDS, row.kind, "person");
    const data = Object.assign({}, row, {
      id: ENDS.person + row.id,
      ref: row.id,
      what: "person",
      name: short(row.label),
      parent: ENDS.agency + row.agency,
      kind: kind,
      agencyLabel: agency.label,
      sectorIndex: facts.sectors.indexOf(agency.sector || ""),
      ties: facts.ties.get(row.id) || []
    });
    const classes = [
      "person",
      "kind-" + kind,
      row.is_hub ? "hub" : "",
      row.outside ? "outside" : ""
    ];
    return { data: data, classes: classes.join(" "), position: { x: at[0], y: at[1] } };
  }

  /* Ties of the same two actors with the same basis and quality are one line, with arrows at the
     ends that somebody sends to. */
  function lines(elements, facts) {
    const groups = new Map();
    elements.ties.forEach((tie) => {
      const pair = [tie.from, tie.to].sort();
      const key = JSON.stringify(pair.concat(tie.basis || "unknown", tie.quality || "usable"));
      if (!groups.has(key)) groups.set(key, { pair: pair, members: [] });
      groups.get(key).members.push(tie);
    });
    const known = (id) => facts.people.has(id) || facts.agencies.has(id);
    const drawn = Array.from(groups.values()).filter(
      (g) => g.pair.every(known) && g.pair[0] !== g.pair[1]
    );
    const strength = (group) => group.members.reduce((sum, tie) => sum + (tie.strength || 0), 0);
    const strongest = Math.max(0, ...drawn.map(strength));
    const beside = new Map();
    drawn.forEach((group) => {
      const pair = JSON.stringify(group.pair);
      if (!beside.has(pair)) beside.set(pair, []);
      beside.get(pair).push(group);
    });
    return drawn.map((group) => {
      const bundle = beside.get(JSON.stringify(group.pair));
      return lineEdge(
        group,
        facts,
        step(strength(group), strongest),
        bundle.indexOf(group) - (bundle.length - 1) / 2
      );
    });
  }

  function lineEdge(group, facts, width, lane) {
    const first = group.members[0];
    const basis = oneOf(BASES, first.basis, "unknown");
    const quality = oneOf(QUALITIES, first.quality, "usable");
    const sends = (id) => group.members.some((tie) => tie.directed && tie.to === id);
    return {
      data: {
        id: ENDS.tie + first.id,
        ref: first.id,
        what: "tie",
        members: group.members,
        lane: lane,
        source: end(group.pair[0], group.pair[1], facts),
        target: end(group.pair[1], group.pair[0], facts),
        basis: basis,
        look: quality === "usable" ? basis : quality,
        step: width,
        toSource: sends(group.pair[0]),
        toTarget: sends(group.pair[1])
      },
      classes: "basis-" + basis + " " + quality
    };
  }

  /* A tie of a person with the own agency ends at the agency's name, not at the box around both. */
  function end(id, other, facts) {
    if (facts.people.has(id)) return ENDS.person + id;
    const own = facts.people.has(other) && facts.people.get(other).agency === id;
    return (own ? ENDS.plate : ENDS.agency) + id;
  }

  /* Where a line from the middle of a node leaves it: how far out, in this direction. */
  function reach(node, dx, dy) {
    if (!node.hasClass("agency")) return node.width() / 2 + 4;
    const across = Math.abs(dx) > 1e-6 ? node.outerWidth() / 2 / Math.abs(dx) : Infinity;
    const down = Math.abs(dy) > 1e-6 ? node.outerHeight() / 2 / Math.abs(dy) : Infinity;
    return Math.min(across, down);
  }

  /* Bend a line by its length and lane: lines of the same two actors don't cover each other, and a
     line along a row of people passes beside them. Strained lines go in zigzag. */
  function bend(edge) {
    const source = edge.source();
    const target = edge.target();
    const from = source.position();
    const to = target.position();
    const whole = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [dx, dy] = [(to.x - from.x) / whole, (to.y - from.y) / whole];
    const length = Math.max(8, whole - reach(source, dx, dy) - reach(target, dx, dy));
    const inside = source.data("parent") && source.data("parent") === target.data("parent");
    const arc = Math.min(length * (inside ? 0.2 : 0.08), 40) + edge.data("lane") * 18;
    edge.scratch("_bend", arc);
    if (edge.hasClass("strained")) edge.scratch("_zigzag", zigzag(length, arc));
  }

  /* Corners of a zigzag along an arc, straight at both ends so that arrows point well. */
  function zigzag(length, arc) {
    const run = Math.min(14, length / 4);
    const teeth = Math.max(3, Math.round((length - 2 * run) / 7));
    const corners = { weights: [], distances: [] };
    for (let i = 0; i <= teeth; i += 1) {
      const at = (run + ((length - 2 * run) * i) / teeth) / length;
      const aside = i === 0 || i === teeth ? 0 : i % 2 ? 3.8 : -3.8;
      corners.weights.push(at);
      corners.distances.push(2 * arc * at * (1 - at) + aside);
    }
    return corners;
  }

  function shapes(elements, places) {
    const facts = index(elements);
    const nodes = [];
    elements.agencies.forEach((row) => nodes.push(...agencyNodes(row, facts, places)));
    elements.people
      .filter((row) => facts.agencies.has(row.agency))
      .forEach((row) => nodes.push(personNode(row, facts, places)));
    const shown = new Set(nodes.map((node) => node.data.id));
    const edges = lines(elements, facts).filter(
      (edge) => shown.has(edge.data.source) && shown.has(edge.data.target)
    );
    return { facts: facts, list: nodes.concat(edges) };
  }

  return { ENDS: ENDS, bend: bend, shapes: shapes };
})();
