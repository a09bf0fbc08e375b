/* From page to page without loading anything anew. The address is the only state there is: back,
   forward, reload and a copied link all lead to the same view. */
(function () {
  "use strict";
  var clientside = (window.dash_clientside = window.dash_clientside || {});
  var last = {}; // what each page was last told to show
  var current = null;

  /* The order of what is chosen makes no other view. */
  function sorted(href) {
    var url = new URL(href, window.location.origin);
    url.searchParams.sort();
    return url.pathname + "?" + url.searchParams.toString();
  }

  function goTo(href) {
    var now = window.location;
    if (sorted(href) === sorted(now.pathname + now.search)) return;
    window.history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  /* What belongs to the coalition goes along to another page; what is chosen on a page stays. */
  function kept(search) {
    var given = new URLSearchParams(search);
    var taken = ["c", "v", "w"].filter(function (name) {
      return given.get(name) && (name !== "v" || given.get("w"));
    });
    var words = taken.map(function (name) {
      return name + "=" + given.get(name);
    });
    return words.length ? "?" + words.join("&") : "";
  }

  function known(pages, path) {
    var name = (path || "/").replace(/^\/+|\/+$/g, "") || pages[0];
    return pages.indexOf(name) < 0 ? pages[0] : name;
  }

  function needs(name) {
    return document.getElementById(name + "-page").dataset.needs === "coalition";
  }

  /* A page that is new on the screen: the keyboard and the eye begin at its title. */
  function arrive(name, isFirst) {
    document.querySelectorAll(".cn-ways a").forEach(function (way) {
      if (way.id === name + "-nav") way.setAttribute("aria-current", "page");
      else way.removeAttribute("aria-current");
    });
    var way = document.getElementById(name + "-nav");
    document.title = (way ? way.textContent + " \u2013 " : "") + "collabnet";
    if (isFirst) return;
    window.requestAnimationFrame(function () {
      var title = document.getElementById(name + "-title");
      if (title) title.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    });
  }

  clientside.collabnet = Object.assign(clientside.collabnet || {}, {
    show: function (path, search, opened, revision, start) {
      var no = clientside.no_update;
      var outputs = clientside.callback_context.outputs_list;
      var pages = outputs
        .filter(function (one) {
          return one.property === "hidden";
        })
        .map(function (one) {
          return one.id.replace(/-page$/, "");
        });
      var wanted = new URLSearchParams(search || "").get("c") || start || "";
      var isThere = opened && opened.key === wanted;
      var page = known(pages, path);
      if (needs(page) && !isThere) {
        if (wanted || !opened) return outputs.map(function () { return no; });
      }
      if (needs(page) && !(isThere && opened.is_read)) page = "start";
      var view = {
        path: "/" + page,
        search: search || "",
        opened: isThere ? opened : null,
        revision: revision
      };
      var said = JSON.stringify(view);
      var isNew = said !== last[page];
      last[page] = said;
      if (page !== current) arrive(page, current === null);
      current = page;
      return outputs.map(function (one) {
        if (one.property === "data") return one.id === page + "-shown" && isNew ? view : no;
        if (one.property === "hidden") return one.id !== page + "-page";
        return "/" + one.id.replace(/-nav$/, "") + kept(search || "");
      });
    },

    /* A control of the page that is shown says what is chosen: into the address. */
    choose: function (value, opened) {
      var id = clientside.callback_context.triggered_id || "";
      var parts = id.split("-arg-");
      if (parts[0] !== current || !opened) return clientside.no_update;
      var search = new URLSearchParams(window.location.search);
      var said = Array.isArray(value) ? value.join(",") : value || "";
      if ((search.get(parts[1]) || "") === said) return clientside.no_update;
      if (said) search.set(parts[1], said);
      else search.delete(parts[1]);
      search.set("c", opened.key);
      search.set("v", opened.stamp.slice(0, 8));
      // At once: the next choice, made before this one is shown, begins where this one leads.
      goTo("/" + current + "?" + search.toString().replace(/%7E/g, "~").replace(/%2C/g, ","));
      return clientside.no_update;
    },

    /* A control says what the address says, as soon as it does: no late answer of the server
       takes back what was chosen meanwhile. A box that is never empty begins with its first. */
    follow: function (shown, options, mayBeEmpty) {
      if (!shown || !shown.opened) return clientside.no_update;
      var arg = clientside.callback_context.outputs_list.id.split("-arg-")[1];
      var search = new URLSearchParams(shown.search);
      var isOutdated = shown.opened.stamp.indexOf(search.get("v") || "") !== 0;
      var first = mayBeEmpty === false ? options[0].value : null;
      return (!isOutdated && search.get(arg)) || first;
    },

    /* The box on top: the same page of another coalition, with nothing chosen on it. */
    goToCoalition: function (key, opened) {
      if (key && !(opened && opened.key === key)) {
        goTo("/" + (current === "start" ? "" : current || "") + "?c=" + key);
      }
      return clientside.no_update;
    },

    go: function (href) {
      if (typeof href === "string" && href.charAt(0) === "/") goTo(href);
      return clientside.no_update;
    }
  });

  /* Links to our own pages; with a key held down the browser does what it always does. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest('a[href^="/"]') : null;
    if (!link || link.target || link.hasAttribute("download") || event.defaultPrevented) return;
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(link.getAttribute("href"));
  });
})();
