/* A service that is opened by a link: the keyboard and the eye go to it. */
(function () {
  "use strict";
  var clientside = (window.dash_clientside = window.dash_clientside || {});
  var isByLink = false;

  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest('a[href^="/coverage?"]') : null;
    if (link) isByLink = new URL(link.href).searchParams.has("service");
  });

  clientside.collabnet = Object.assign(clientside.collabnet || {}, {
    serviceOpened: function () {
      if (!isByLink) return clientside.no_update;
      isByLink = false;
      // After what going to another page does, which begins at its title.
      window.setTimeout(function () {
        var title = document.getElementById("coverage-for-whom-heading");
        title.tabIndex = -1;
        title.focus({ preventScroll: true });
        title.scrollIntoView({ block: "start" });
      });
      return clientside.no_update;
    }
  });
})();
