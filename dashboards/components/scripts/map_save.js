/* Network map: hand its picture to the browser as a file, as SVG or as PNG made from the same. */
window.collabnet_map = window.collabnet_map || {};
window.collabnet_map.save = (function () {
  "use strict";

  const LONGEST = 6000; // pixels of a side: more than browsers draw safely isn't asked for
  const FILE = "network-map";

  function hand(blob, ending) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = FILE + "." + ending;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  function draw(drawing, words) {
    const [width, height] = ["width", "height"].map((side) => Number(drawing.getAttribute(side)));
    const scale = Math.min(2, LONGEST / Math.max(width, height));
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => hand(blob, "png"), "image/png");
    };
    image.src = "data:image/svg+xml;utf8," + encodeURIComponent(words);
  }

  function save(ending, drawing) {
    const words = new XMLSerializer().serializeToString(drawing);
    if (ending === "svg") hand(new Blob([words], { type: "image/svg+xml" }), "svg");
    else draw(drawing, words);
  }

  return save;
})();
