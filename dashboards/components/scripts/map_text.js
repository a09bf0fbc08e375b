/* Network map: what is said about an actor or a tie, in words. Everything here is plain text. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.text = (function () {
  "use strict";

  const KINDS = {
    person: "",
    group: "several people recorded as one",
    position: "a position, whoever holds it",
    unknown: "person not recorded"
  };

  function number(n, one, many) {
    return n + " " + (n === 1 ? one : many);
  }

  function isAbsent(tie) {
    return tie.quality === "absent";
  }

  /* Counts over ties, as in "5 ties: 2 formal, 3 informal; 1 strained. 1 reported missing". */
  function ties(list) {
    const there = list.filter((tie) => !isAbsent(tie));
    const parts = ["formal", "informal", "unknown"]
      .map((basis) => [there.filter((tie) => (tie.basis || "unknown") === basis).length, basis])
      .filter((part) => part[0] > 0)
      .map((part) => part[0] + " " + (part[1] === "unknown" ? "of unknown basis" : part[1]));
    const strained = there.filter((tie) => tie.quality === "strained").length;
    const missing = list.length - there.length;
    let text = there.length ? number(there.length, "tie", "ties") : "no ties recorded";
    if (parts.length) text += ": " + parts.join(", ");
    if (strained) text += "; " + strained + " strained";
    return text + (missing ? ". " + missing + " reported missing" : "");
  }

  function sentences(list) {
    return list.filter(Boolean).map((words) => words.charAt(0).toUpperCase() + words.slice(1));
  }

  function person(data) {
    const about = [data.role, KINDS[data.kind], data.is_hub ? "hub" : ""]
      .filter(Boolean)
      .join(", ");
    const where = data.agencyLabel + (data.outside ? " (outside)" : "");
    return { title: data.label, lines: sentences([about, where, ties(data.ties)]) };
  }

  function agency(data) {
    const about = [data.sector, data.outside ? "outside" : ""].filter(Boolean).join(", ");
    const staff = data.people ? number(data.people, "person", "people") : "no person recorded";
    return { title: data.label, lines: sentences([about, staff, ties(data.ties)]) };
  }

  function tie(one, labelOf) {
    const title = labelOf(one.from) + (one.directed ? " \u2192 " : " \u2013 ") + labelOf(one.to);
    const about = [
      one.kind || "tie",
      one.basis === "unknown" || !one.basis ? "basis unknown" : one.basis,
      isAbsent(one) ? "reported missing" : one.quality || "usable"
    ];
    if (one.strength !== null && one.strength !== undefined) about.push("strength " + one.strength);
    if (one.label) about.push(one.label);
    return { title: title, lines: sentences([about.join(", ")]) };
  }

  /* A line on the map may stand for several ties of the same two actors. */
  function line(members, labelOf) {
    const told = members.map((member) => tie(member, labelOf));
    const titles = new Set(told.map((one) => one.title));
    if (titles.size === 1) {
      return { title: told[0].title, lines: told.map((one) => one.lines[0]) };
    }
    return {
      title: labelOf(members[0].from) + " \u2013 " + labelOf(members[0].to),
      lines: told.map((one) => one.title + ": " + one.lines[0])
    };
  }

  function spoken(said) {
    return [said.title].concat(said.lines).join(". ") + ".";
  }

  function summary(elements) {
    const missing = elements.ties.filter(isAbsent).length;
    const isAgenciesAlone = elements.agencies.length && !elements.people.length;
    const people = isAgenciesAlone
      ? "people not shown"
      : number(elements.people.length, "person", "people");
    return (
      number(elements.agencies.length, "agency", "agencies") +
      ", " +
      people +
      ", " +
      number(elements.ties.length - missing, "tie", "ties") +
      (missing ? ", " + missing + " reported missing" : "") +
      "."
    );
  }

  return { agency: agency, line: line, person: person, spoken: spoken, summary: summary };
})();
