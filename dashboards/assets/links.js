/* A link that opens on its own page: the keyboard and the eye go to it. */
(function () {
  "use strict";
  var clientside = (window.dash_clientside = window.dash_clientside || {});
  var last = null;

  clientside.collabnet = Object.assign(clientside.collabnet || {}, {
    linkOpened: function () {
      var search = new URLSearchParams(window.location.search);
      var now = [search.get("c"), search.get("from"), search.get("to")].join(" ");
      // On a page that was just loaded nothing is taken from the keyboard.
      var isLoaded = last === null && document.activeElement === document.body;
      var isNew = search.get("from") && now !== last && !isLoaded;
      last = now;
      if (!isNew) return clientside.no_update;
      window.requestAnimationFrame(function () {
        var title = document.getElementById("links-opened-title");
        if (!title) return;
        title.focus({ preventScroll: true });
        title.scrollIntoView({ block: "start" });
      });
      return clientside.no_update;
    }
  });
})();
