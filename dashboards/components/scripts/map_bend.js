/* Network map: how lines run. Lines of the same two actors don't cover each other, and a line along
   a row of people passes beside them. Strained lines go in zigzag. The same as in Python. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.bend = (function () {
  "use strict";

  const LANE = 18; // between lines of the same two actors
  const TOOTH = 3.8; // how far a zigzag swings

  /* Where a line from the middle of an actor leaves it: how far out, in this direction. */
  function reach(actor, dx, dy) {
    if (actor.isRound) return actor.w / 2 + 4;
    const across = Math.abs(dx) > 1e-6 ? actor.w / 2 / Math.abs(dx) : Infinity;
    const down = Math.abs(dy) > 1e-6 ? actor.h / 2 / Math.abs(dy) : Infinity;
    return Math.min(across, down);
  }

  /* Corners along an arc, straight at both ends so that arrows point well. */
  function zigzag(length, arc) {
    const run = Math.min(14, length / 4);
    const teeth = Math.max(3, Math.round((length - 2 * run) / 7));
    const corners = { weights: [], distances: [] };
    for (let i = 0; i <= teeth; i += 1) {
      const at = (run + ((length - 2 * run) * i) / teeth) / length;
      const aside = i === 0 || i === teeth ? 0 : i % 2 ? TOOTH : -TOOTH;
      corners.weights.push(at);
      corners.distances.push(2 * arc * at * (1 - at) + aside);
    }
    return corners;
  }

  /* `from` and `to`: middle x and y, w and h, isRound, home (the box it stands in). */
  function bend(from, to, lane, isStrained) {
    const whole = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [dx, dy] = [(to.x - from.x) / whole, (to.y - from.y) / whole];
    const length = Math.max(8, whole - reach(from, dx, dy) - reach(to, dx, dy));
    const isInside = from.home && from.home === to.home;
    const arc = Math.min(length * (isInside ? 0.2 : 0.08), 40) + lane * LANE;
    return { arc: arc, zigzag: isStrained ? zigzag(length, arc) : null };
  }

  return bend;
})();
