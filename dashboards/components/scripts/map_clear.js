/* Network map: bends lines so that they pass clear of boxes they don't end at. As in Python. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.clear = (function () {
  "use strict";

  const STEPS = 12; // ways tried on either side
  const FARTHEST = 1.6; // the widest of them, by the longest side of a box
  const ALONG = [0.5, 0.25, 0.75]; // where a line bends: in the middle if that will do
  const PIECES = 12; // a curve is tried as so many straight pieces
  const AROUND = 8; // between a line and a box that it passes
  const AXES = [["x", "w"], ["y", "h"]];
  const OUT = 3; // to leave the picture is as bad as to pass over so many boxes

  /* A point of a curve (begin, control, finish), and which way it runs there. */
  function pointOf([a, b, c], at) {
    const [first, middle, last] = [(1 - at) ** 2, 2 * at * (1 - at), at ** 2];
    return {
      x: first * a.x + middle * b.x + last * c.x,
      y: first * a.y + middle * b.y + last * c.y,
      dx: (1 - at) * (b.x - a.x) + at * (c.x - b.x),
      dy: (1 - at) * (b.y - a.y) + at * (c.y - b.y)
    };
  }

  /* Whether the straight line from one point to another passes over a box. */
  function crosses(from, to, box) {
    let [enter, leave] = [0, 1];
    for (const [axis, side] of AXES) {
      const way = to[axis] - from[axis];
      const run = Math.abs(way) < 1e-9 ? 1e-9 : way;
      const middle = (box[axis] - from[axis]) / run;
      const half = Math.abs((box[side] / 2 + AROUND) / run);
      enter = Math.max(enter, middle - half);
      leave = Math.min(leave, middle + half);
    }
    return enter < leave;
  }

  function under(points, boxes) {
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    points.forEach(({ x, y }) => {
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    });
    const ways = points.slice(1);
    return boxes.filter((box) => {
      const [across, down] = [box.w / 2 + AROUND, box.h / 2 + AROUND];
      const isFar =
        box.x + across < left || box.x - across > right ||
        box.y + down < top || box.y - down > bottom;
      return !isFar && ways.some((to, i) => crosses(points[i], to, box));
    }).length;
  }

  function isOut(points, frame) {
    return points.some(
      ({ x, y }) => x < frame.left || x > frame.right || y < frame.top || y > frame.bottom
    );
  }

  /* The bend nearest the usual one with which the line passes over the fewest boxes. `curveOf`
     gives begin, control and finish of the line with a bend. */
  function clear(usual, curveOf, boxes, frame) {
    const points = (bend) => {
      const curve = curveOf(bend);
      return Array.from({ length: PIECES + 1 }, (_, i) => pointOf(curve, i / PIECES));
    };
    let least = under(points(usual), boxes);
    if (!least) return usual;
    if (isOut(points(usual), frame)) least += OUT;
    let best = usual;
    const longest = Math.max(...boxes.map((box) => Math.max(box.w, box.h) + 2 * AROUND));
    for (let step = 1; step <= STEPS && least; step += 1) {
      const more = (FARTHEST * longest * step) / STEPS;
      for (const along of ALONG) {
        for (const aside of [usual.aside + more, usual.aside - more]) {
          const way = points({ along, aside });
          const count = under(way, boxes) + (isOut(way, frame) ? OUT : 0);
          if (count < least) [best, least] = [{ along, aside }, count];
        }
      }
    }
    return best;
  }

  return { clear, pointOf };
})();
