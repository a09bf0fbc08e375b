/* After a change: what is told comes into sight, and where the change takes the pressed button
   away, the keyboard goes on at the part's title. What was told of an older change goes. */
(function () {
  "use strict";
  var clientside = (window.dash_clientside = window.dash_clientside || {});

  function showTold(part) {
    part.querySelectorAll(".cn-refused, .cn-done").forEach(function (told) {
      if (told.textContent) told.scrollIntoView({ block: "nearest" });
    });
  }

  clientside.collabnet = Object.assign(clientside.collabnet || {}, {
    keepFocus: function () {
      var heading = document.getElementById(clientside.callback_context.outputs_list.id);
      window.requestAnimationFrame(function () {
        var at = document.activeElement;
        var isLost = !at || at === document.body || at.offsetParent === null;
        if (!heading || !heading.offsetParent) return;
        if (isLost) heading.focus({ preventScroll: true });
        showTold(heading.parentElement);
      });
      return -1;
    },

    /* What got sharper is told until something else changes, or another coalition is open. */
    forget: function () {
      return [];
    },

    forgetOthers: function (shown, told) {
      var isSame = told && shown && shown.opened && shown.opened.key === told.key;
      return isSame ? clientside.no_update : [];
    }
  });
})();
