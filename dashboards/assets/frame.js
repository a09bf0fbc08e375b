/* Small things of the frame: the navigation on a telephone, light and dark, copy and print. */
(function () {
  "use strict";
  var clientside = (window.dash_clientside = window.dash_clientside || {});

  clientside.collabnet = Object.assign(clientside.collabnet || {}, {
    navbar: function (isOpen, navbar) {
      return Object.assign({}, navbar, { collapsed: { mobile: !isOpen } });
    },

    /* The choice is kept in this browser: it says nothing of the data. */
    scheme: function (_written, chosen, kept) {
      var no = clientside.no_update;
      var byHand = clientside.callback_context.triggered_id === "scheme-choice";
      var now = (byHand ? chosen : kept) || "auto";
      return [now === "auto" ? null : now, byHand ? no : now, byHand ? now : no];
    },

    copyLink: function () {
      var address = window.location.href;
      if (!navigator.clipboard) return "Copy it from the address bar";
      return navigator.clipboard.writeText(address).then(
        function () {
          return "Link copied";
        },
        function () {
          return "Copy it from the address bar";
        }
      );
    }
  });

  /* What is on the screen goes on paper only when asked for here, and marked (print.css). It is
     light there, whatever the screen is: the map draws itself anew before the page is printed. */
  var SCHEME = "data-mantine-color-scheme";
  var REDRAWN = 250; // milliseconds

  function printInternal() {
    var root = document.documentElement;
    var scheme = root.getAttribute(SCHEME);
    document.body.classList.add("cn-internal-print");
    root.setAttribute(SCHEME, "light");
    window.addEventListener(
      "afterprint",
      function () {
        document.body.classList.remove("cn-internal-print");
        root.setAttribute(SCHEME, scheme);
      },
      { once: true }
    );
    window.setTimeout(window.print.bind(window), scheme === "light" ? 0 : REDRAWN);
  }

  /* A menu closes with a choice, with Escape, and when something else is pressed. */
  function closeMenus(except) {
    document.querySelectorAll(".cn-menu[open]").forEach(function (menu) {
      if (menu !== except) menu.open = false;
    });
  }

  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && document.querySelector(".cn-menu[open]");
    if (!menu) return;
    closeMenus(null);
    menu.querySelector("summary").focus();
  });

  document.addEventListener("click", function (event) {
    var menu = event.target.closest ? event.target.closest(".cn-menu") : null;
    closeMenus(menu && !event.target.closest("a") ? menu : null);
    var button = event.target.closest ? event.target.closest("button[data-print]") : null;
    if (button) printInternal();
    // On a telephone the navigation closes with the way taken.
    var way = event.target.closest ? event.target.closest(".cn-ways a") : null;
    var burger = document.getElementById("burger");
    if (way && burger && burger.getAttribute("aria-expanded") !== "false" && burger.offsetParent) {
      window.dash_clientside.set_props("burger", { opened: false });
    }
  });
})();
