/* Network map: what is said about an actor, a tie or the whole, in words. All of it plain text. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.text = (function () {
  "use strict";

  const LETTER = 0.7; // width of a letter, in sizes of the name, on the generous side
  const SEVERAL = 4; // ties of one line that are told one by one; more are counted
  const KINDS = {
    person: "",
    group: "several people recorded as one",
    position: "a position, whoever holds it",
    unknown: "person not recorded"
  };

  function number(n, one, many) {
    return n.toLocaleString("en-US") + " " + (n === 1 ? one : many);
  }

  const isAbsent = (tie) => tie.quality === "absent";

  /* Counts over ties, as in "5 ties: 2 formal, 3 informal; 1 strained. 1 reported missing". */
  function ties(list, hidden) {
    const there = list.filter((tie) => !isAbsent(tie));
    const parts = ["formal", "informal", "unknown"]
      .map((basis) => [there.filter((tie) => (tie.basis || "unknown") === basis).length, basis])
      .filter((part) => part[0] > 0)
      .map((part) => part[0] + " " + (part[1] === "unknown" ? "of unknown basis" : part[1]));
    const strained = there.filter((tie) => tie.quality === "strained").length;
    const missing = list.length - there.length;
    let words = there.length ? number(there.length, "tie", "ties") : "no ties recorded";
    if (!there.length && hidden) words = "no ties shown";
    if (parts.length) words += ": " + parts.join(", ");
    if (strained) words += "; " + strained + " strained";
    if (missing) words += ". " + missing + " reported missing";
    return words + (hidden ? ". " + hidden + " more not shown" : "");
  }

  function sentences(list) {
    return list.filter(Boolean).map((words) => words.charAt(0).toUpperCase() + words.slice(1));
  }

  /* Ties of an agency: those of the agency itself and those of its people. */
  function tiesOf(data, facts) {
    const own = new Set(facts.ties.get(data.ref) || []);
    if (data.what === "agency") {
      const staff = facts.staff.get(data.ref) || [];
      staff.forEach((row) => (facts.ties.get(row.id) || []).forEach((tie) => own.add(tie)));
    }
    return Array.from(own);
  }

  function actor(data, seen, size) {
    const all = tiesOf(data, seen.facts);
    const there = all.filter((tie) => seen.drawn.has(tie));
    const told = ties(there, all.length - there.length);
    const outside = data.outside ? "outside" : "";
    if (data.what === "person") {
      const about = [data.role, KINDS[data.kind], data.is_hub ? "hub" : ""];
      const where = data.agencyLabel + (outside && " (outside)");
      return {
        title: data.label,
        lines: sentences([about.filter(Boolean).join(", "), where, told, size])
      };
    }
    const about = [data.sector, outside].filter(Boolean).join(", ");
    const staff = data.people ? number(data.people, "person", "people") : "no person recorded";
    const closed = data.people && seen.closed.has(data.ref) ? staff + ", not shown: closed" : staff;
    return { title: data.label, lines: sentences([about, closed, told, size]) };
  }

  function tie(one, labelOf) {
    const title = labelOf(one.from) + (one.directed ? " \u2192 " : " \u2013 ") + labelOf(one.to);
    const about = [
      one.kind || "tie",
      one.basis === "unknown" || !one.basis ? "basis unknown" : one.basis,
      isAbsent(one) ? "reported missing" : one.quality || "usable"
    ];
    const isCounted = (one.referrals || []).length > 0;
    if (one.strength && !isCounted) about.push("strength " + one.strength);
    if (one.label) about.push(one.label);
    return { title: title, lines: sentences([about.join(", ")]) };
  }

  /* A line on the map may stand for several ties of the same two actors or agencies. */
  function line(data, labelOf) {
    const ends = data.ends.map(labelOf).join(" \u2013 ");
    if (data.members.length > SEVERAL) {
      const sum = data.strength ? number(data.strength, "referral", "referrals") + " in them" : "";
      return { title: ends, lines: sentences([ties(data.members, 0), sum]) };
    }
    const told = data.members.map((member) => tie(member, labelOf));
    const titles = new Set(told.map((one) => one.title));
    const isAlike = titles.size === 1;
    return {
      title: isAlike ? told[0].title : ends,
      lines: told.map((one) => (isAlike ? "" : one.title + ": ") + one.lines[0])
    };
  }

  function spoken(said) {
    return [said.title].concat(said.lines).join(". ") + ".";
  }

  /* The whole in one line: how much there is, and how much of it is shown. */
  function summary(seen) {
    const { facts } = seen;
    const part = (n, all, one, many) =>
      n === all ? number(n, one, many) : n.toLocaleString("en-US") + " of " + number(all, one, many);
    return (
      part(seen.agencies.length, facts.agencies.size, "agency", "agencies") +
      ", " +
      part(seen.people.length, facts.people.size, "person", "people") +
      ", " +
      part(seen.drawn.size, facts.all.length, "tie", "ties") +
      " shown."
    );
  }

  /* Why not everybody stands on a large map, and the way in. */
  function many(seen) {
    const { facts } = seen;
    if (!facts.isMany) return "";
    const between = seen.lines.length;
    const lines =
      between < seen.nLines
        ? "the " + between.toLocaleString("en-US") + " strongest of " + number(seen.nLines, "line", "lines")
        : number(between, "line", "lines");
    return (
      number(facts.people.size, "person is", "people are") +
      " too many to draw at once. You see " +
      number(seen.agencies.length, "agency", "agencies") +
      " and " +
      lines +
      ". Open an agency to see its people: double-click it, or press E on it."
    );
  }

  /* Words in lines no longer than so many letters; a word that is longer is cut. */
  function wrap(words, letters) {
    const lines = [""];
    String(words)
      .split(/\s+/)
      .filter(Boolean)
      .flatMap((word) => word.match(new RegExp(".{1," + Math.max(1, letters) + "}", "gu")))
      .forEach((word) => {
        const line = lines[lines.length - 1];
        if (line && line.length + 1 + word.length > letters) lines.push(word);
        else lines[lines.length - 1] = line ? line + " " + word : word;
      });
    return lines;
  }

  return { LETTER, actor, line, many, number, spoken, summary, wrap };
})();
