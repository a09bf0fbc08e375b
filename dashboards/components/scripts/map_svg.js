/* Network map: what is drawn as an SVG picture, in light colours; names are text nodes. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.svg = (function () {
  "use strict";

  const { colours, look, text } = window.collabnet_map;
  const { LETTER, wrap } = text;
  const SPACE = "http://www.w3.org/2000/svg";
  const MARGIN = 30;
  const WORDS = {
    formal: "formal",
    informal: "informal",
    unknown: "basis unknown",
    strained: "strained",
    absent: "reported missing"
  };

  function shape(tag, attributes, ...children) {
    const made = document.createElementNS(SPACE, tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children.map((child) => (typeof child === "string" ? clean(child) : child)));
    return made;
  }

  /* Leave no character that XML can't hold. */
  function clean(words) {
    return words.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
  }

  const round = (value) => Math.round(value * 10) / 10;
  const at = (point) => round(point.x) + " " + round(point.y);

  /* Lines of text around a middle; a rim of the ground's colour keeps them readable on lines. */
  function label(lines, x, top, size, ink, ground, weight) {
    const spans = lines.map((words, i) =>
      shape("tspan", { x: round(x), y: round(top + size * (0.9 + 1.2 * i)) }, words)
    );
    return shape(
      "text",
      {
        "font-size": size,
        "font-weight": weight,
        "text-anchor": "middle",
        fill: ink,
        stroke: ground,
        "stroke-width": 3,
        "stroke-linejoin": "round",
        "paint-order": "stroke"
      },
      ...spans
    );
  }

  function agency(node, tint) {
    const data = node.data();
    const isShut = node.hasClass("shut");
    const name = isShut ? data : node.children(".plate").data();
    const box = node.boundingBox({ includeLabels: false, includeOverlays: false });
    const size = Math.min((isShut ? 1.6 : 1) * tint.nameSize, name.largest);
    const lines = name.name
      .split("\n")
      .flatMap((part) => wrap(part, Math.floor(data.room / (LETTER * size))));
    const middle = isShut ? node.position("y") : node.children(".plate").position("y");
    const rect = shape("rect", {
      x: round(box.x1),
      y: round(box.y1),
      width: round(box.w),
      height: round(box.h),
      rx: 12,
      fill: tint.ground(data),
      stroke: tint.sector(data),
      "stroke-width": data.border,
      "stroke-dasharray": data.outside ? "6 4" : "none"
    });
    const top = middle - (lines.length * 1.2 * size) / 2;
    return [
      rect,
      label(lines, node.position("x"), top, size, tint.sector(data), tint.ground(data), 600)
    ];
  }

  function person(node, tint) {
    const data = node.data();
    const { x, y } = node.position();
    const isUnknown = data.kind === "unknown";
    const colour = tint.sector(data);
    const ground = {
      fill: isUnknown ? tint.paper : colour,
      stroke: isUnknown ? colour : tint.paper,
      "stroke-width": 2.5,
      "stroke-dasharray": isUnknown ? "4 3" : "none"
    };
    const isBox = data.kind === "group" || data.kind === "position";
    const corner = { x: round(x - data.w / 2), y: round(y - data.h / 2) };
    const rounding = data.kind === "group" ? data.h / 2 : 7;
    const body = isBox
      ? shape("rect", { ...corner, width: data.w, height: data.h, rx: rounding, ...ground })
      : shape("circle", { cx: round(x), cy: round(y), r: round(data.h / 2), ...ground });
    const sign = colours.sign(data.kind, isUnknown ? colour : tint.paper);
    const side = 0.62 * data.h;
    const place = { x: round(x - side / 2), y: round(y - side / 2), width: side, height: side };
    Object.entries(place).forEach(([name, value]) => sign.setAttribute(name, value));
    const ring = { cx: round(x), cy: round(y), r: round(data.h / 2 + 3), fill: "none" };
    const hub = data.is_hub ? [shape("circle", { ...ring, stroke: colour, "stroke-width": 3 })] : [];
    const isGone = node.hasClass("gone");
    const words = wrap(data.name + (isGone ? " (leaves)" : ""), 15);
    const ink = isGone ? tint.lost : tint.ink;
    const weight = data.is_hub || isGone ? 700 : 400;
    const below = y + data.h / 2 + (data.is_hub ? 7 : 4);
    return [...hub, body, sign, label(words, x, below, 12, ink, tint.ground(data), weight)];
  }

  function arrow(tip, from, width, colour) {
    const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
    const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
    const size = Math.max(Math.pow(width * 13.37, 0.9), 29) * 0.95;
    const base = { x: tip.x - 0.3 * size * dx, y: tip.y - 0.3 * size * dy };
    const side = (sign) => ({
      x: base.x - sign * 0.15 * size * dy,
      y: base.y + sign * 0.15 * size * dx
    });
    const d = "M" + at(tip) + "L" + at(side(1)) + "L" + at(side(-1)) + "Z";
    return shape("path", { d, fill: colour });
  }

  function line(edge, tint) {
    const data = edge.data();
    const colour = tint[data.look];
    const { width } = data;
    const [start, end] = [edge.sourceEndpoint(), edge.targetEndpoint()];
    const isZigzag = edge.hasClass("strained");
    const via = (isZigzag ? edge.segmentPoints() : edge.controlPoints()) || [];
    const turns = via.map(at).join(isZigzag ? "L" : " ");
    const way = isZigzag ? "L" + turns + "L" : via.length === 1 ? "Q" + turns + " " : "L";
    const made = [
      shape("path", {
        d: "M" + at(start) + way + at(end),
        fill: "none",
        stroke: colour,
        "stroke-width": width,
        "stroke-linecap": "round",
        "stroke-dasharray": data.dashes.join(" ") || "none"
      })
    ];
    if (data.toTarget) made.push(arrow(end, via[via.length - 1] || start, width, colour));
    if (data.toSource) made.push(arrow(start, via[0] || end, width, colour));
    const mark = { lost: "lost", partly: "partly lost", interrupted: "interrupted" };
    const found = Object.keys(mark).find((name) => edge.hasClass(name));
    const middle = edge.midpoint();
    if (found) {
      const ink = found === "interrupted" ? tint.interrupted : tint.lost;
      made.push(label([mark[found]], middle.x, middle.y - 7, 12, ink, tint.paper, 700));
    } else if (data.look === "absent") {
      made.push(label(["\u00d7"], middle.x, middle.y - 11, 20, tint.soft, tint.paper, 700));
    }
    return made;
  }

  /* What the styles of the lines in the picture mean. */
  function legend(lines, tint, x, y) {
    const bases = ["formal", "informal", "unknown"].filter(
      (name) => lines.filter(".basis-" + name).nonempty()
    );
    const states = ["strained", "absent"].filter((name) => lines.filter("." + name).nonempty());
    let left = x;
    return bases.concat(states).flatMap((name) => {
      const dashes = (colours.DASHES[name] || []).join(" ") || "none";
      const d = {
        strained: "M0 0l4-4 6 8 6-8 6 8 6-8 6 8 4-4",
        absent: "M0 0h13M25 0h13M15-4l8 8M23-4l-8 8"
      }[name];
      const sample = shape("path", {
        d: d || "M0 0h38",
        transform: "translate(" + round(left) + " " + round(y - 4) + ")",
        fill: "none",
        stroke: tint[name],
        "stroke-width": 2.4,
        "stroke-linecap": "round",
        "stroke-dasharray": dashes
      });
      const words = shape("text", { x: round(left + 46), y: round(y), "font-size": 14 }, WORDS[name]);
      left += 46 + 14 * LETTER * WORDS[name].length + 26;
      return [sample, words];
    });
  }

  /* `tint`: colours, and nameSize of agencies' names. `title` stands on top, `note` (who may see it,
     where the data come from) below. */
  function svg(cy, tint, title, note) {
    const lines = cy.edges().not(".hidden");
    const box = cy.elements().nonempty()
      ? cy.elements().boundingBox({ includeOverlays: false, includeUnderlays: false })
      : { x1: 0, y1: 0, w: 600, h: 200 };
    const [width, height] = [Math.max(box.w, 620) + 2 * MARGIN, box.h + 2 * MARGIN + 108];
    const [left, top] = [box.x1 - (width - box.w) / 2, box.y1 - MARGIN - 44];
    const text = (words, y, size, weight, ink) => {
      const place = { x: round(left + MARGIN), y: round(y), "font-size": size };
      return shape("text", { ...place, "font-weight": weight, fill: ink }, words);
    };
    const bottom = top + height;
    const wide = Math.floor((width - 2 * MARGIN) / (LETTER * 14));
    return shape(
      "svg",
      {
        width: round(width),
        height: round(height),
        viewBox: [left, top, width, height].map(round).join(" "),
        "font-family": look.FONT,
        fill: tint.ink,
        role: "img"
      },
      shape("title", {}, title),
      shape("rect", { x: round(left), y: round(top), width, height, fill: tint.paper }),
      text(title, top + MARGIN + 14, 22, 700, tint.ink),
      ...cy.nodes(".agency").toArray().flatMap((node) => agency(node, tint)),
      ...lines.toArray().flatMap((edge) => line(edge, tint)),
      ...cy.nodes(".person").toArray().flatMap((node) => person(node, tint)),
      ...legend(lines, tint, left + MARGIN, bottom - MARGIN - 40),
      ...wrap(note, wide).slice(0, 2).map((words, i) =>
        text(words, bottom - MARGIN - 12 + 18 * i, 14, 400, tint.soft)
      )
    );
  }

  return svg;
})();
