/* Undo and redo by the keyboard on every page, and where the eye goes once something is tried. */
(function () {
  "use strict";
  var clientside = (window.dash_clientside = window.dash_clientside || {});

  var pressed = null; // what the switch asks for that was pressed last

  clientside.collabnet = Object.assign(clientside.collabnet || {}, {
    /* What was asked for in the form stands in the title on top; asked elsewhere, nothing moves. */
    arriveAtTitle: function () {
      var at = document.activeElement;
      var title = document.getElementById("what-if-title");
      if (at && at.id === "what-if-try" && title) {
        title.focus({ preventScroll: true });
        window.scrollTo(0, 0);
      }
      return clientside.no_update;
    },

    stayAtSwitch: function () {
      var asked = pressed;
      pressed = null;
      window.requestAnimationFrame(function () {
        var found = Array.from(document.querySelectorAll(".cn-switch")).find(function (one) {
          return one.dataset.ask === asked;
        });
        if (found && document.activeElement === document.body) found.focus();
      });
      return clientside.no_update;
    }
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest(".cn-switch") : null;
    if (button) pressed = button.dataset.ask;
  });

  /* Where something is typed these keys belong to the text. */
  function isTypedInto(element) {
    return element.isContentEditable || /^(input|textarea|select)$/i.test(element.tagName);
  }

  document.addEventListener("keydown", function (event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || isTypedInto(event.target)) return;
    var key = event.key.toLowerCase();
    var wish = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : null;
    var button = wish && document.getElementById(wish);
    if (!button || button.disabled || !button.offsetParent) return;
    event.preventDefault();
    button.click();
  });
})();
