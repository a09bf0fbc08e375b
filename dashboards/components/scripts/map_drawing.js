/* Network map: from what is shown to the shapes and lines of cytoscape, each with its place. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.drawing = (function () {
  "use strict";

  const { bend } = window.collabnet_map;
  const { DASHES, WIDTHS } = window.collabnet_map.colours;
  const { LETTER, number, wrap } = window.collabnet_map.text;
  const [SMALLEST, LARGEST] = [11, 60]; // letters of agencies' names
  const BASES = ["formal", "informal", "unknown"];
  const QUALITIES = ["usable", "strained", "absent"];
  const KINDS = ["person", "group", "position", "unknown"];
  const ENDS = { agency: "a:", person: "p:", tie: "t:", plate: "n:" };
  const DENSE = 250; // lines; with more, the weakest are drawn paler
  const PERSON = 38;
  const HUB = 50;
  const ABOVE = 22; // room beyond the outermost boxes, for lines that pass them there,
  const ASIDE = 24; // and more on both sides
  const ALIKE = 1; // the step of width where all lines are as strong as each other
  const CLOSED = 0.84; // of its room a closed agency takes, so that lines show between
  const USUAL_NAME = 15; // size of names in a small network; in larger ones lines are wider, too
  const INSET = 6; // of a box from the room that Python gave it

  /* A word of the vocabulary, or the usual one. */
  const oneOf = (words, word, usual) => (words.includes(word) ? word : usual);

  /* Names on the map are cut where they would need a fourth line; told in full everywhere else. */
  function short(label) {
    const name = String(label);
    return name.length > 40 ? name.slice(0, 38).trimEnd() + "\u2026" : name;
  }

  /* Steps of width, by share of the strongest tie: a line's width never gives its number away. */
  function step(amount, most) {
    if (!amount || !most) return 0;
    const share = amount / most;
    return share > 0.75 ? 3 : share > 0.4 ? 2 : share > 0.15 ? 1 : 0;
  }

  /* The largest letters in which a name fits a box; far away only large letters can be read. */
  function roomFor(words, width, height) {
    const longest = Math.max(...words.split(/\s+/).map((word) => word.length));
    for (let size = LARGEST; size > SMALLEST; size -= 1) {
      const letters = Math.floor(width / (LETTER * size));
      const lines = words.split("\n").flatMap((part) => wrap(part, letters));
      if (longest <= letters && lines.length * 1.2 * size <= height) return size;
    }
    return SMALLEST;
  }

  /* With a measure, the edge of an agency is thicker where it is higher, in steps. */
  function borderOf(row, isOpen, sizes, most) {
    if (sizes) return [1.4, 3, 5, 7][step(sizes.values[row.id], most.agency)];
    return isOpen ? 1.4 : 2.4;
  }

  function agencyNodes(row, seen, places, kept, sizes, most) {
    const { facts, closed } = seen;
    const room = places.agencies[row.id] || [0, 0, 180, 60, 40];
    const [x, y] = (kept.agencies || {})[row.id] || room;
    const people = facts.staff.get(row.id).length;
    const isOpen = people > 0 && !closed.has(row.id);
    const data = {
      id: ENDS.agency + row.id,
      ref: row.id,
      what: "agency",
      label: row.label,
      sector: row.sector,
      outside: Boolean(row.outside),
      people: people,
      sectorIndex: facts.sectors.indexOf(row.sector || ""),
      border: borderOf(row, isOpen, sizes, most),
      w: room[2],
      h: room[3],
      room: room[2] - 20
    };
    const classes = row.outside ? " outside" : "";
    if (!isOpen) {
      const count = people ? "\n" + number(people, "person", "people") : "";
      data.name = row.label + count;
      data.room = (people ? CLOSED : 1) * room[2] - 12;
      data.largest = roomFor(data.name, data.room, (people ? CLOSED : 1) * room[3] - 12);
      if (people) Object.assign(data, { w: CLOSED * room[2], h: CLOSED * room[3] });
      return [{ data, classes: "agency shut" + classes, position: { x, y } }];
    }
    data.largest = roomFor(String(row.label), data.room, room[4] - 2);
    const plate = Object.assign({}, data, {
      id: ENDS.plate + row.id,
      parent: data.id,
      name: row.label,
      w: room[2] - 2 * INSET,
      h: room[4] - 4
    });
    Object.assign(data, { w: room[2] - 2 * INSET, h: room[3] - 2 * INSET });
    const top = { x: x, y: y - room[3] / 2 + INSET + plate.h / 2 };
    return [
      { data, classes: "agency box" + classes },
      { data: plate, classes: "plate" + classes, position: top }
    ];
  }

  /* With a measure, people are sized by it (by area); without, hubs stand out a little. */
  function sizeOf(row, kind, sizes, most) {
    if (!sizes) return row.is_hub ? HUB : PERSON;
    const value = Math.max(0, sizes.values[row.id] || 0);
    return 24 + 36 * Math.sqrt(most.person > 0 ? value / most.person : 0);
  }

  function personNode(row, seen, places, kept, sizes, most) {
    const agency = seen.facts.agencies.get(row.agency);
    const [x, y] = (kept.people || {})[row.id] || places.people[row.id] || [0, 0];
    const kind = oneOf(KINDS, row.kind, "person");
    const size = sizeOf(row, kind, sizes, most);
    const data = {
      id: ENDS.person + row.id,
      ref: row.id,
      what: "person",
      label: row.label,
      name: short(row.label),
      parent: ENDS.agency + row.agency,
      kind: kind,
      role: row.role,
      is_hub: Boolean(row.is_hub),
      outside: Boolean(row.outside),
      agencyLabel: agency.label,
      sectorIndex: seen.facts.sectors.indexOf(agency.sector || ""),
      w: kind === "group" ? Math.max(50, size) : size,
      h: size
    };
    const marks = (row.is_hub ? " hub" : "") + (row.outside ? " outside" : "");
    return { data, classes: "person kind-" + kind + marks, position: { x, y } };
  }

  function edges(seen, nodes, places) {
    const at = new Map(nodes.map((node) => [node.data.id, node]));
    const { nLines, strongest, isAlike } = seen.whole;
    const scale = (places.name_size || USUAL_NAME) / USUAL_NAME;
    const room = roomOf(nodes, nLines, scale);
    const beside = new Map();
    seen.lines.forEach((line) => {
      const pair = line.ends.join("\n");
      if (!beside.has(pair)) beside.set(pair, []);
      beside.get(pair).push(line);
    });
    return seen.lines.map((line) => {
      const bundle = beside.get(line.ends.join("\n"));
      const lane = bundle.indexOf(line) - (bundle.length - 1) / 2;
      // Where all are as strong as each other, no line is to stand out.
      const width = isAlike && strongest ? ALIKE : step(line.strength, strongest);
      const made = edge(line, lane, width, at, seen, room);
      made.data.width = scale * (line.quality === "absent" ? 1.5 : WIDTHS[made.data.step]);
      const stretch = Math.max(scale, made.data.width / 2.8); // wide lines need wide gaps
      const dashes = DASHES[made.data.basis + (line.quality === "strained" ? "Zigzag" : "")];
      made.data.dashes = dashes.map((part) => part * stretch);
      made.data.isPale = nLines > DENSE && !made.data.step;
      return made;
    });
  }

  /* What lines are to pass clear of: boxes, within a frame around them. Among very many lines none
     can be told from the others any more, and the trying would take long. All lines are counted,
     not those that a filter leaves: what stays on the map stays where it is. */
  function roomOf(nodes, nLines, scale) {
    const shown = nodes.filter((node) => node.data.what === "agency" && node.data.parent === undefined);
    const boxes = shown.map((node) => Object.assign({ id: node.data.id }, spot(node)));
    const aside = ABOVE + ASIDE * scale;
    const frame = {
      left: Math.min(...boxes.map((box) => box.x - box.w / 2)) - aside,
      right: Math.max(...boxes.map((box) => box.x + box.w / 2)) + aside,
      top: Math.min(...boxes.map((box) => box.y - box.h / 2)) - ABOVE,
      bottom: Math.max(...boxes.map((box) => box.y + box.h / 2)) + ABOVE
    };
    const clearOf = nLines > DENSE ? [] : boxes;
    return { boxes: clearOf, frame, key: JSON.stringify([clearOf, frame]) };
  }

  /* A filter draws the same lines again: how they run is worked out once, as long as boxes stay. */
  let bends = { key: "", made: new Map() };

  function bentIn(room, from, to, lane, isStrained, homes) {
    if (bends.key !== room.key) bends = { key: room.key, made: new Map() };
    const key = JSON.stringify([from, to, lane, isStrained, homes]);
    if (!bends.made.has(key)) {
      const boxes = room.boxes.filter((box) => !homes.includes(box.id));
      bends.made.set(key, bend(from, to, lane, isStrained, boxes, room.frame));
    }
    return bends.made.get(key);
  }

  function edge(line, lane, width, at, seen, room) {
    const basis = oneOf(BASES, line.basis, "unknown");
    const quality = oneOf(QUALITIES, line.quality, "usable");
    const [source, target] = line.ends.map((end, i) => endAt(end, line.ends[1 - i], at));
    const sends = (end) => line.members.some((tie) => tie.directed && leads(tie.to, end, seen));
    const data = {
      id: ENDS.tie + line.members[0].id,
      ref: line.members[0].id,
      what: "tie",
      members: line.members,
      strength: line.strength,
      ends: line.ends.map((end) => end.slice(2)),
      lane: lane,
      source: source,
      target: target,
      basis: basis,
      look: quality === "usable" ? basis : quality,
      step: width,
      toSource: sends(line.ends[0]),
      toTarget: sends(line.ends[1])
    };
    const [from, to] = [spot(at.get(source)), spot(at.get(target))];
    const homes = [source, target, from.home, to.home];
    const bent = bentIn(room, from, to, lane, quality === "strained", homes);
    return { data: Object.assign(data, bent), classes: "basis-" + basis + " " + quality };
  }

  /* Whether a tie to `id` arrives at this end of a line: the actor, or its closed agency. */
  function leads(id, end, seen) {
    const row = seen.facts.people.get(id);
    return end.slice(2) === id || Boolean(row && end === ENDS.agency + row.agency);
  }

  /* A tie of a person with the own agency ends at the agency's name, not at the box around both. */
  function endAt(end, other, at) {
    const isOwn = at.has(other) && at.get(other).data.parent === end;
    return isOwn ? ENDS.plate + end.slice(2) : end;
  }

  /* An actor as `bend` takes it; an open box has no place of its own, it lies around its name. */
  function spot(node) {
    const { data, position } = node;
    const isBox = !position;
    const at = isBox ? node.middle : position;
    return {
      x: at.x, y: at.y, w: data.w, h: data.h, isRound: data.what === "person", home: data.parent
    };
  }

  function shapes(seen, places, kept, sizes) {
    const nodes = [];
    const highest = (rows) => Math.max(0, ...Array.from(rows, (id) => sizes.values[id] || 0));
    const most = sizes && {
      agency: highest(seen.facts.agencies.keys()),
      person: highest(seen.facts.people.keys())
    };
    seen.agencies.forEach((row) => {
      const made = agencyNodes(row, seen, places, kept, sizes, most);
      const [plate] = made.slice(1);
      if (plate) {
        const down = made[0].data.h / 2 - plate.data.h / 2;
        made[0].middle = { x: plate.position.x, y: plate.position.y + down };
      }
      nodes.push(...made);
    });
    seen.people.forEach((row) => nodes.push(personNode(row, seen, places, kept, sizes, most)));
    return nodes.concat(edges(seen, nodes, places));
  }

  return { ENDS, shapes };
})();
