/* The parts of the page Data: the address says which one is shown (part=names). */
(function () {
  "use strict";
  var clientside = (window.dash_clientside = window.dash_clientside || {});
  var last = {}; // what each part was last told to show

  function nameOf(output) {
    return output.id.split("-part-")[1].replace(/-(shown|nav)$/, "");
  }

  /* What is open already is looked at; before that there is something to bring in. */
  function chosen(names, shown) {
    var asked = new URLSearchParams(shown.search).get("part");
    if (names.indexOf(asked) >= 0) return asked;
    if (!shown.opened) return "";
    return shown.opened.is_read ? "checks" : "import";
  }

  function href(shown, name) {
    var given = new URLSearchParams(shown.search);
    var words = ["c", "v", "w"]
      .filter(function (one) {
        return given.get(one) && (one !== "v" || given.get("w"));
      })
      .map(function (one) {
        return one + "=" + given.get(one);
      });
    return "/data?" + words.concat("part=" + name).join("&");
  }

  clientside.collabnet = Object.assign(clientside.collabnet || {}, {
    showPart: function (shown) {
      var no = clientside.no_update;
      var outputs = clientside.callback_context.outputs_list;
      if (!shown) return outputs.map(function () { return no; });
      var names = outputs.filter(function (one) { return one.property === "hidden"; }).map(nameOf);
      var part = chosen(names, shown);
      var said = JSON.stringify(shown);
      var isNew = shown.opened && said !== last[part];
      if (isNew) last[part] = said;
      return outputs.map(function (one) {
        var name = nameOf(one);
        if (one.property === "hidden") return name !== part;
        if (one.property === "data") return name === part && isNew ? shown : no;
        var way = document.getElementById(one.id);
        if (name === part) way.setAttribute("aria-current", "true");
        else way.removeAttribute("aria-current");
        return href(shown, name);
      });
    },

    /* A new coalition alone needs a name. */
    onlyWhen: function (into) {
      return into === "new" ? {} : { display: "none" };
    },

    /* What was found is new on the page: the keyboard goes to where it says how far it is. */
    focusNow: function () {
      window.requestAnimationFrame(function () {
        var now = document.getElementById("data-import-now");
        if (now) now.focus();
      });
      return clientside.no_update;
    }
  });
})();
