/* Network map: how lines run. Lines of the same two actors don't cover each other, and a line along
   a row of people passes beside them. Strained lines go in zigzag. The same as in Python. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.bend = (function () {
  "use strict";

  const { clear, pointOf } = window.collabnet_map.clear;
  const LANE = 18; // between lines of the same two actors
  const TOOTH = 3.8; // how far a zigzag swings
  const AIR = 2; // between a box and the end of a line

  /* Where a line from the middle of an actor leaves it: how far out, in this direction. */
  function reach(actor, dx, dy) {
    if (actor.isRound) return actor.w / 2 + 4;
    const across = Math.abs(dx) > 1e-6 ? actor.w / 2 / Math.abs(dx) : Infinity;
    const down = Math.abs(dy) > 1e-6 ? actor.h / 2 / Math.abs(dy) : Infinity;
    return Math.min(across, down);
  }

  /* Where a line leaves an actor on its way to a point. */
  function leave(actor, toward) {
    const whole = Math.hypot(toward.x - actor.x, toward.y - actor.y) || 1;
    const [dx, dy] = [(toward.x - actor.x) / whole, (toward.y - actor.y) / whole];
    const out = reach(actor, dx, dy) + (actor.isRound ? 0 : AIR);
    return { x: actor.x + out * dx, y: actor.y + out * dy };
  }

  /* Corners on both sides of a curve, straight at both ends so that arrows point well. */
  function zigzag(curve) {
    const [begin, control, finish] = curve;
    const far = (one, other) => Math.hypot(other.x - one.x, other.y - one.y);
    const length = (far(begin, finish) + far(begin, control) + far(control, finish)) / 2;
    const run = Math.min(14, length / 4);
    const teeth = Math.max(3, Math.round((length - 2 * run) / 7));
    return Array.from({ length: teeth + 1 }, (_, i) => {
      const at = (run + ((length - 2 * run) * i) / teeth) / length;
      const swing = i === 0 || i === teeth ? 0 : i % 2 ? TOOTH : -TOOTH;
      const { x, y, dx, dy } = pointOf(curve, at);
      const speed = Math.hypot(dx, dy) || 1;
      return { x: x - (swing * dy) / speed, y: y + (swing * dx) / speed };
    });
  }

  /* `from` and `to`: middle x and y, w and h, isRound, home (the box it stands in). `boxes`: those
     to pass clear of, within `frame`. Places along a line and aside of it are told as cytoscape
     takes them, from where the straight line leaves the one actor to where it meets the other. */
  function bend(from, to, lane, isStrained, boxes, frame) {
    const whole = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [dx, dy] = [(to.x - from.x) / whole, (to.y - from.y) / whole];
    const [out, back] = [reach(from, dx, dy), reach(to, dx, dy)];
    const length = Math.max(8, whole - out - back);
    const isInside = from.home && from.home === to.home;
    const arc = Math.min(length * (isInside ? 0.2 : 0.08), 40) + lane * LANE;
    const start = { x: from.x + out * dx, y: from.y + out * dy };
    const curveOf = ({ along, aside }) => {
      const point = {
        x: start.x + along * length * dx - aside * dy,
        y: start.y + along * length * dy + aside * dx
      };
      return [leave(from, point), point, leave(to, point)];
    };
    const usual = { along: 0.5, aside: arc };
    const { along, aside } = boxes.length ? clear(usual, curveOf, boxes, frame) : usual;
    const made = { along, arc: aside, zigzag: null };
    if (isStrained) {
      const corners = zigzag(curveOf({ along, aside }));
      made.zigzag = {
        weights: corners.map(({ x, y }) => ((x - start.x) * dx + (y - start.y) * dy) / length),
        distances: corners.map(({ x, y }) => (y - start.y) * dx - (x - start.x) * dy)
      };
    }
    return made;
  }

  return bend;
})();
