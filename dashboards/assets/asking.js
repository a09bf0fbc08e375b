/* Buttons that say in data-ask what they ask for: one listener for all, however many there are.
   What is asked goes to the store "asked"; Python reads it as it reads anything from outside. */
(function () {
  "use strict";
  var count = 0;

  function ask(button) {
    var asked = JSON.parse(button.dataset.ask);
    count += 1; // so that the same wish twice is two wishes
    window.dash_clientside.set_props("asked", { data: Object.assign(asked, { count: count }) });
    // A button that goes with its own click hands the keyboard on instead of dropping it.
    var heir = button.dataset.heir && document.getElementById(button.dataset.heir);
    if (heir) heir.focus({ preventScroll: true });
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("button[data-ask]") : null;
    if (button) ask(button);
  });
})();
