/* What a word means, opened by its button: one box for all pages. The browser itself closes it with
   Escape or a click elsewhere, and hands the keyboard back to the button. */
(function () {
  "use strict";
  var box = null;
  var opener = null;

  function part(tag, className, id) {
    var made = document.createElement(tag);
    made.className = className;
    if (id) made.id = id;
    return box.appendChild(made);
  }

  function make() {
    box = document.createElement("div");
    box.id = "definition";
    box.className = "cn-definition";
    box.popover = "auto";
    box.tabIndex = -1;
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-labelledby", "definition-word");
    box.setAttribute("aria-describedby", "definition-meaning");
    part("p", "cn-definition-word", "definition-word");
    part("p", "cn-definition-meaning", "definition-meaning");
    part("p", "cn-definition-term");
    var ways = part("p", "cn-definition-ways");
    var all = document.createElement("a");
    all.textContent = "All words";
    var close = document.createElement("button");
    close.type = "button";
    close.className = "cn-button";
    close.textContent = "Close";
    close.addEventListener("click", hide);
    ways.append(all, close);
    box.addEventListener("toggle", function (event) {
      if (event.newState === "closed" && opener) opener.setAttribute("aria-expanded", "false");
    });
    document.body.appendChild(box);
  }

  function hide() {
    if (box && box.matches(":popover-open")) box.hidePopover();
  }

  /* Below the word, or above it where there is no room below; it moves with the page. */
  function place(button) {
    var word = button.getBoundingClientRect();
    var size = box.getBoundingClientRect();
    var gap = 6;
    var room = document.documentElement.clientWidth - size.width - 12;
    var below = word.bottom + gap;
    var fits = below + size.height < window.innerHeight;
    box.style.left = window.scrollX + Math.max(12, Math.min(word.left, room)) + "px";
    var top = Math.max(12, fits ? below : word.top - gap - size.height);
    box.style.top = window.scrollY + top + "px";
  }

  function open(button) {
    if (!box) make();
    var term = button.dataset.term;
    opener = button;
    box.children[0].textContent = button.dataset.define;
    box.children[1].textContent = button.dataset.meaning;
    box.children[2].textContent = term ? "The network\u2019s term: " + term : "";
    var way = document.getElementById("method-nav");
    box.querySelector("a").href = way ? way.getAttribute("href") : "/method";
    box.showPopover();
    place(button);
    button.setAttribute("aria-expanded", "true");
    box.focus({ preventScroll: true });
  }

  // Where the box was open when the button was pressed, pressing it again only closes it.
  var wasOpen = null;
  document.addEventListener(
    "pointerdown",
    function () {
      wasOpen = box && box.matches(":popover-open") ? opener : null;
    },
    true
  );

  document.addEventListener("click", function (event) {
    var button = event.target.closest ? event.target.closest("button.cn-define") : null;
    if (button && button !== wasOpen) open(button);
    if (event.target.closest && event.target.closest("#definition a")) hide();
    wasOpen = null;
  });
  window.addEventListener("popstate", hide);
  window.addEventListener("resize", hide);
})();
