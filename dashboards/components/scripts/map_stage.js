/* Network map: the drawing, where the keyboard is, what is chosen; everything outside React. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.Stage = (function () {
  "use strict";

  const { drawing, keys, look, text } = window.collabnet_map;
  const MARGIN = 22;
  const MOVING = 180; // milliseconds

  const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  class Stage {
    constructor(canvas, tip, listen) {
      this.tip = tip;
      this.listen = listen;
      this.cursor = null;
      this.cy = window.cytoscape({
        container: canvas,
        style: look.stylesheet(),
        minZoom: 0.12,
        maxZoom: 3,
        boxSelectionEnabled: false,
        autounselectify: true,
        layout: { name: "preset" },
        pixelRatio: "auto",
        userZoomingEnabled: false
      });
      this.cy.on("tap", (event) =>
        this.choose(event.target === this.cy ? null : event.target, true)
      );
      this.cy.on("mouseover", "node, edge", (event) =>
        this.showTip(event.target, event.renderedPosition)
      );
      this.cy.on("mouseout pan zoom drag", () => this.hideTip());
      this.cy.on("position", "node", (event) => this.rebend(event.target));
      this.cy.on("zoom resize", () => this.fitText());
    }

    draw(elements, places) {
      const { facts, list } = drawing.shapes(elements, places);
      this.facts = facts;
      this.nameSize = places.name_size || 15;
      this.size = null;
      this.cursor = null;
      this.cy.batch(() => {
        this.cy.elements().remove();
        this.cy.add(list);
      });
      this.cy.edges().forEach(drawing.bend);
      this.cy.edges().updateStyle();
      this.fit(false);
    }

    rebend(node) {
      const edges = node.connectedEdges();
      edges.forEach(drawing.bend);
      edges.updateStyle();
    }

    /* Far away, people's names can't be read: agencies' names grow and theirs go. */
    fitText() {
      const zoom = this.cy.zoom();
      const size = Math.round(Math.max(14, Math.min(10.5 / zoom, this.nameSize * 1.12)) * 2) / 2;
      const far = zoom < 0.62;
      if (size === this.size && far === this.far) return;
      this.size = size;
      this.far = far;
      this.cy.batch(() => {
        this.cy.nodes(".plate, .empty").style("font-size", size);
        this.cy.nodes(".person").toggleClass("far", far);
      });
    }

    said(element) {
      const data = element.data();
      if (data.what === "tie") return text.line(data.members, this.facts.labelOf);
      return data.what === "agency" ? text.agency(data) : text.person(data);
    }

    showTip(element, at) {
      const said = this.said(element);
      const title = document.createElement("strong");
      title.textContent = said.title;
      const lines = said.lines.slice(0, 6).map((words) => {
        const line = document.createElement("div");
        line.textContent = words;
        return line;
      });
      this.tip.replaceChildren(title, ...lines);
      this.tip.hidden = false;
      const room = this.cy.container().getBoundingClientRect();
      const left = Math.min(at.x + 14, room.width - this.tip.offsetWidth - 6);
      const below = at.y + 18 + this.tip.offsetHeight < room.height;
      this.tip.style.left = Math.max(6, left) + "px";
      this.tip.style.top =
        Math.max(6, below ? at.y + 18 : at.y - this.tip.offsetHeight - 12) + "px";
    }

    hideTip() {
      this.tip.hidden = true;
    }

    /* Choose an element (null for none), fade what has nothing to do with it, tell Dash. */
    choose(chosen, tell) {
      const all = this.cy.elements();
      this.cy.batch(() => {
        all.removeClass("chosen faded");
        if (!chosen) return;
        const lines = chosen.isEdge() ? chosen : this.linesOf(chosen);
        const near = lines.connectedNodes().union(chosen).union(chosen.children(".person"));
        const kept = near
          .union(lines)
          .union(near.parents())
          .union(near.parents().children(".plate"));
        all.difference(kept.union(near.filter(".agency").children(".plate"))).addClass("faded");
        chosen.addClass("chosen");
      });
      if (!chosen) this.moveCursor(null);
      if (chosen && chosen.isNode()) this.moveCursor(chosen);
      if (chosen) this.listen.say(text.spoken(this.said(chosen)) + " Selected.");
      if (tell) this.listen.select(chosen && { what: chosen.data("what"), id: chosen.data("ref") });
    }

    linesOf(node) {
      return node.connectedEdges().union(node.children().connectedEdges());
    }

    moveCursor(node) {
      this.cy.nodes(".cursor").removeClass("cursor");
      this.cursor = node;
      if (node) node.addClass("cursor");
    }

    mark(highlight) {
      const marks = highlight || {};
      this.cy.batch(() => {
        this.cy.elements().removeClass("lost interrupted gone");
        ["interrupted", "lost", "gone"].forEach((name) => {
          const ids = new Set(marks[name] || []);
          if (!ids.size) return;
          this.cy.elements().forEach((element) => {
            const own = element.isEdge()
              ? element.data("members").map((tie) => tie.id)
              : [element.data("ref")];
            if (own.some((id) => ids.has(id)) && !element.hasClass("plate")) element.addClass(name);
          });
        });
      });
    }

    find(selected) {
      if (!selected) return null;
      if (selected.what === "tie") {
        const line = this.cy
          .edges()
          .filter((edge) => edge.data("members").some((tie) => tie.id === selected.id));
        return line.empty() ? null : line.first();
      }
      const found = this.cy.getElementById((drawing.ENDS[selected.what] || "") + selected.id);
      return found.empty() ? null : found;
    }

    go(animation) {
      if (isStill()) {
        if (animation.fit) this.cy.fit(animation.fit.eles, animation.fit.padding);
        if (animation.panBy) this.cy.panBy(animation.panBy);
        if (animation.zoom) this.cy.zoom(animation.zoom);
      } else {
        this.cy.stop(true).animate(animation, { duration: MOVING });
      }
    }

    fit(moving) {
      this.cy.resize();
      const all = { eles: this.cy.elements(), padding: MARGIN };
      if (moving) this.go({ fit: all });
      else this.cy.fit(all.eles, all.padding);
      this.fitText();
    }

    zoom(factor) {
      const middle = { x: this.cy.width() / 2, y: this.cy.height() / 2 };
      const target = this.cursor ? this.cursor.renderedPosition() : middle;
      this.go({ zoom: { level: this.cy.zoom() * factor, renderedPosition: target } });
    }

    /* Bring an actor into sight when it is outside or at the edge. */
    reveal(node) {
      const at = node.renderedPosition();
      const margin = 60;
      const move = (value, size) =>
        value < margin ? margin - value : value > size - margin ? size - margin - value : 0;
      const by = { x: move(at.x, this.cy.width()), y: move(at.y, this.cy.height()) };
      if (by.x || by.y) this.go({ panBy: by });
      window.clearTimeout(this.waiting); // the hint hides while the map moves
      this.waiting = window.setTimeout(
        () => {
          if (this.cursor === node) this.showTip(node, node.renderedPosition());
        },
        by.x || by.y ? MOVING + 60 : 0
      );
    }

    key(event) {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const handled = this.press(event.key);
      if (handled) event.preventDefault();
    }

    press(key) {
      if (keys.DIRECTIONS[key]) {
        const start =
          this.cursor &&
          (this.cursor.isParent() ? this.cursor.children(".person").first() : this.cursor);
        const node = start ? keys.next(this.cy, start, key) : keys.first(this.cy);
        if (!node) return true;
        this.moveCursor(node);
        this.reveal(node);
        this.listen.say(text.spoken(this.said(node)));
      } else if (key === "Enter" || key === " ") {
        if (this.cursor) this.choose(this.cursor, true);
      } else if (key === "a" || key === "A") {
        if (this.cursor && this.cursor.isChild()) this.choose(this.cursor.parent(), true);
      } else if (key === "+" || key === "=") {
        this.zoom(1.3);
      } else if (key === "-") {
        this.zoom(1 / 1.3);
      } else if (key === "0") {
        this.fit(true);
      } else if (key === "Escape") {
        this.hideTip();
        this.choose(null, true);
        this.listen.say("Nothing selected.");
      } else {
        return false;
      }
      return true;
    }
  }

  return Stage;
})();
