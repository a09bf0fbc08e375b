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

  /* Who clicks twice, or holds Enter down, wants it once. Only Undo and Redo are meant each time. */
  function isMeantOnce(event) {
    var button = event.target.closest ? event.target.closest("button.cn-button") : null;
    return button && button.id !== "undo" && button.id !== "redo";
  }

  function stop(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  window.addEventListener(
    "click",
    function (event) {
      if (event.detail > 1 && isMeantOnce(event)) stop(event);
    },
    true
  );
  window.addEventListener(
    "keydown",
    function (event) {
      if (event.repeat && event.key === "Enter" && isMeantOnce(event)) stop(event);
    },
    true
  );

  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("button[data-ask]") : null;
    if (button) ask(button);
  });
})();
