/* Network map: the drawing, where the keyboard is, what is chosen; everything outside React. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.Stage = (function () {
  "use strict";

  const { Camera, bend, drawing, look, text } = window.collabnet_map;

  /* `listen`: say(words), select(selected), selectMany(list), move(places), toggle(agency). */
  class Stage {
    constructor(canvas, tip, listen) {
      this.tip = tip;
      this.listen = listen;
      this.cursor = null;
      this.seen = null;
      this.cy = window.cytoscape({
        container: canvas,
        minZoom: 0.04,
        maxZoom: 3,
        boxSelectionEnabled: true, // with Shift held down
        autounselectify: true,
        layout: { name: "preset" },
        pixelRatio: "auto",
        userZoomingEnabled: false
      });
      this.camera = new Camera(this.cy);
      window.collabnet_map.hands(this);
    }

    /* Colours of the page's scheme; everything that is drawn takes them on. */
    colour(colours) {
      this.cy.style(look.stylesheet(colours));
      if (this.seen) this.camera.fitText(true);
    }

    /* Draw what is shown: what stands there already stays, and only what differs is changed. Lines
       that aren't shown are hidden, not taken away: that is faster when they come back. */
    draw(seen, places, kept, sizes) {
      const { cursor } = this;
      this.seen = seen;
      this.sizes = sizes;
      const wanted = drawing.shapes(seen, places, kept || {}, sizes);
      const byId = new Map(wanted.map((element) => [element.data.id, element]));
      this.cy.batch(() => {
        this.cy.elements().forEach((element) => {
          const should = byId.get(element.id());
          if (should ? !isSameThing(element, should) : element.isNode()) element.remove();
          else if (element.isEdge()) give(element, "hidden", !should);
        });
        const fresh = wanted.filter((element) => this.cy.getElementById(element.data.id).empty());
        wanted.forEach((element) => update(this.cy.getElementById(element.data.id), element));
        this.cy.add(fresh);
      });
      this.camera.fitText(true);
      if (cursor && cursor.removed()) this.moveCursor(this.standsFor(cursor));
    }

    /* What is drawn in the place of an actor that went: it drawn anew, or its agency. */
    standsFor(node) {
      const found = [node.id(), node.data("parent")].map((id) => this.cy.getElementById(id));
      return found.find((one) => one.nonempty()) || null;
    }

    /* Lines that are shown. */
    lines() {
      return this.cy.edges().not(".hidden");
    }

    /* While an actor is moved, its lines only follow; once it stands, they pass clear of boxes. */
    rebend(node) {
      node.connectedEdges().forEach((edge) => {
        const isStrained = edge.hasClass("strained");
        const [from, to] = [spot(edge.source()), spot(edge.target())];
        edge.data(bend(from, to, edge.data("lane"), isStrained, [], null));
      });
    }

    said(element) {
      const data = element.data();
      if (data.what === "tie") return text.line(data, this.seen.facts.labelOf);
      const { sizes } = this;
      const value = sizes && sizes.values[data.ref];
      const size = value === undefined || value === null ? "" : sizes.measure + ": " + value;
      return text.actor(data, this.seen, size);
    }

    showTip(element, at) {
      const said = this.said(element);
      const title = document.createElement("strong");
      title.textContent = said.title;
      const lines = said.lines.map((words) => {
        const line = document.createElement("div");
        line.textContent = words;
        return line;
      });
      this.tip.replaceChildren(title, ...lines);
      this.tip.hidden = false;
      const room = this.cy.container().getBoundingClientRect();
      const left = Math.min(at.x + 14, room.width - this.tip.offsetWidth - 6);
      const below = at.y + 18 + this.tip.offsetHeight < room.height;
      const top = below ? at.y + 18 : at.y - this.tip.offsetHeight - 12;
      this.tip.style.left = Math.max(6, left) + "px";
      this.tip.style.top = Math.max(6, top) + "px";
    }

    hideTip() {
      this.tip.hidden = true;
    }

    /* Mark the chosen element (null for none) and fade what has nothing to do with it. */
    showChosen(chosen) {
      const all = this.cy.elements();
      this.cy.batch(() => {
        take(all, "chosen", "faded");
        if (!chosen) return;
        const staff = chosen.children(".person");
        const lines = chosen.isEdge() ? chosen : chosen.union(staff).connectedEdges().not(".hidden");
        const near = lines.connectedNodes().union(chosen).union(staff);
        const boxes = near.parents().union(near.filter(".agency"));
        const kept = near.union(lines).union(boxes).union(boxes.children(".plate"));
        all.difference(kept).addClass("faded");
        chosen.addClass("chosen");
      });
    }

    /* Choose an element (null for none): show it, say it, and tell Dash where the user did it. */
    choose(chosen, tell) {
      this.showChosen(chosen);
      if (!chosen || chosen.isNode()) this.moveCursor(chosen);
      if (chosen) this.listen.say(text.spoken(this.said(chosen)) + " Selected.");
      if (tell) {
        this.chooseMany([], true);
        this.listen.select(chosen && { what: chosen.data("what"), id: chosen.data("ref") });
      }
    }

    /* Mark several actors; those chosen before are let go. */
    chooseMany(nodes, tell) {
      const had = this.cy.nodes(".many").nonempty();
      this.cy.batch(() => {
        this.cy.nodes(".many").removeClass("many");
        nodes.forEach((node) => node.addClass("many"));
      });
      if (!tell || (!had && !nodes.length)) return;
      const names = nodes.map((node) => node.data("label")).sort();
      if (nodes.length) {
        const hint = " Drag one to move them all.";
        this.listen.say(nodes.length + " selected: " + names.join(", ") + "." + hint);
      }
      this.listen.selectMany(
        nodes.map((node) => ({ what: node.data("what"), id: node.data("ref") }))
      );
    }

    /* Add an actor to those chosen, or take it away; the one chosen alone before belongs to them. */
    addToMany(node) {
      const before = this.cy.nodes(".many");
      const start = before.empty() ? this.cy.nodes(".chosen") : before;
      const after = start.contains(node) ? start.difference(node) : start.union(node);
      this.choose(null, false);
      this.chooseMany(after.toArray(), true);
      this.moveCursor(node);
    }

    moveCursor(node) {
      this.cy.nodes(".cursor").removeClass("cursor");
      this.cursor = node;
      if (node) node.addClass("cursor");
    }

    /* Go to an actor with the keyboard's place: bring it into sight, show its hint. */
    goTo(node) {
      this.moveCursor(node);
      const wait = this.camera.reveal(node);
      window.clearTimeout(this.waiting); // the hint hides while the map moves
      this.waiting = window.setTimeout(() => {
        if (this.cursor === node) this.showTip(node, node.renderedPosition());
      }, wait);
    }

    /* What a change touches. A line is lost when each tie in it is, partly lost when some are. */
    mark(highlight) {
      const ids = (name) => new Set((highlight || {})[name] || []);
      const [gone, lost, interrupted] = ["gone", "lost", "interrupted"].map(ids);
      this.cy.batch(() => {
        take(this.cy.elements(), "lost", "partly", "interrupted", "gone");
        if (!gone.size && !lost.size && !interrupted.size) return;
        this.cy.nodes().forEach((node) => {
          const ref = node.data("ref");
          if (gone.has(ref)) node.addClass("gone");
          else if (!node.hasClass("plate") && lost.has(ref)) node.addClass("lost");
          else if (!node.hasClass("plate") && interrupted.has(ref)) node.addClass("interrupted");
        });
        this.lines().forEach((edge) => {
          const members = edge.data("members");
          const nLost = members.filter((tie) => lost.has(tie.id)).length;
          const nLater = members.filter((tie) => interrupted.has(tie.id)).length;
          if (!nLost && !nLater) return;
          if (nLost === members.length) edge.addClass("lost");
          else edge.addClass(nLost ? "partly" : "interrupted");
        });
      });
    }

    find(selected) {
      if (!selected) return null;
      if (selected.what === "tie") {
        const isIn = (edge) => edge.data("members").some((tie) => tie.id === selected.id);
        const lines = this.lines().filter(isIn);
        return lines.empty() ? null : lines.first();
      }
      const found = this.cy.getElementById((drawing.ENDS[selected.what] || "") + selected.id);
      return found.empty() ? null : found;
    }
  }

  /* Cytoscape works out the look anew even where a class that is taken wasn't there. */
  function take(elements, ...names) {
    names.forEach((name) => elements.filter("." + name).removeClass(name));
  }

  function give(element, name, isOn) {
    if (element.hasClass(name) !== isOn) element.toggleClass(name, isOn);
  }

  /* Where an actor stands now and how large it is, as `bend` takes it. */
  function spot(node) {
    const isRound = node.hasClass("person");
    const [w, h] = [node.outerWidth(), node.outerHeight()];
    return Object.assign({ w, h, isRound, home: node.data("parent") }, node.position());
  }

  /* Whether an element can become the wanted one by changing data and look alone. */
  function isSameThing(element, wanted) {
    if (!wanted) return false;
    const is = element.data();
    const should = wanted.data;
    if (is.what === "tie") return is.source === should.source && is.target === should.target;
    return is.parent === should.parent && element.hasClass("box") === !wanted.position;
  }

  function update(element, wanted) {
    if (element.empty()) return;
    const is = element.data();
    const changed = Object.keys(wanted.data).filter((key) => !isAlike(is[key], wanted.data[key]));
    if (changed.length) element.data(Object.fromEntries(changed.map((k) => [k, wanted.data[k]])));
    if (!wanted.position) return;
    const at = element.position();
    if (at.x !== wanted.position.x || at.y !== wanted.position.y) element.position(wanted.position);
  }

  /* Lists are alike when each entry is, a zigzag when its corners are. */
  function isAlike(one, other) {
    if (Array.isArray(one) && Array.isArray(other)) {
      return one.length === other.length && one.every((value, i) => value === other[i]);
    }
    if (one && other && one.weights) {
      return isAlike(one.weights, other.weights) && isAlike(one.distances, other.distances);
    }
    return one === other || (one === undefined && other === null);
  }

  return Stage;
})();
