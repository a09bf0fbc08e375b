/* Network map: where the drawing is looked at from, and how large its letters are then. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.Camera = (function () {
  "use strict";

  const MARGIN = 22;
  const MOVING = 180; // milliseconds
  const CLOSEST = 1.25; // a small map isn't blown up
  const FAR = 0.62; // below, people's names can't be read: agencies' names grow and theirs go

  const isStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

  class Camera {
    constructor(cy) {
      this.cy = cy;
      this.size = null;
      cy.on("zoom resize", () => this.fitText(false));
    }

    /* Letters of agencies' names: as large as reading needs, no larger than their box allows. */
    fitText(isNew) {
      const zoom = this.cy.zoom();
      const size = Math.round(Math.max(14, 11.5 / zoom) * 2) / 2;
      const far = zoom < FAR;
      if (!isNew && size === this.size && far === this.far) return;
      this.size = size;
      this.far = far;
      this.cy.batch(() => {
        this.cy.nodes(".plate, .shut").forEach((node) => {
          const fits = Math.min(size, node.data("largest"));
          if (node.scratch("_size") !== fits) node.style("font-size", fits).scratch("_size", fits);
        });
        const people = this.cy.nodes(".person");
        (far ? people.not(".far") : people.filter(".far")).toggleClass("far", far);
      });
    }

    go(move) {
      if (isStill()) {
        if (move.pan) this.cy.viewport(move);
        else if (move.panBy) this.cy.panBy(move.panBy);
        else this.cy.zoom(move.zoom);
      } else {
        this.cy.stop(true).animate(move, { duration: MOVING });
      }
    }

    fit(isMoving) {
      this.cy.resize();
      const all = this.cy.elements();
      const box = all.boundingBox();
      const [width, height] = [this.cy.width(), this.cy.height()];
      const room = Math.min((width - 2 * MARGIN) / box.w, (height - 2 * MARGIN) / box.h);
      const zoom = Math.min(CLOSEST, Math.max(this.cy.minZoom(), room));
      const pan = {
        x: width / 2 - (zoom * (box.x1 + box.x2)) / 2,
        y: height / 2 - (zoom * (box.y1 + box.y2)) / 2
      };
      if (all.empty() || !(width > 0)) return;
      if (isMoving) this.go({ zoom, pan });
      else this.cy.viewport({ zoom, pan });
      this.fitText(false);
    }

    zoom(factor, target) {
      const middle = { x: this.cy.width() / 2, y: this.cy.height() / 2 };
      const at = target ? target.renderedPosition() : middle;
      this.go({ zoom: { level: this.cy.zoom() * factor, renderedPosition: at } });
    }

    /* Bring an actor into sight when it is outside or at the edge; say how long that takes. */
    reveal(node) {
      const at = node.renderedPosition();
      const margin = 60;
      const move = (value, size) =>
        value < margin ? margin - value : value > size - margin ? size - margin - value : 0;
      const by = { x: move(at.x, this.cy.width()), y: move(at.y, this.cy.height()) };
      if (!by.x && !by.y) return 0;
      this.go({ panBy: by });
      return MOVING + 60;
    }
  }

  return Camera;
})();
