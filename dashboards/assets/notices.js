/* Say what went wrong when an answer is an error: Dash itself writes that to the console only. */
(function () {
  "use strict";
  var plainFetch = window.fetch;
  var waiting = 0;

  function say(text) {
    var notice = document.getElementById("collabnet-notice");
    if (notice) notice.textContent = text;
  }

  window.fetch = function (resource) {
    var address = String(resource && resource.url ? resource.url : resource);
    var answer = plainFetch.apply(window, arguments);
    if (address.indexOf("_dash-") === -1) return answer;
    if (waiting === 0) say(""); // a new request after the last answer: the old notice has been seen
    waiting += 1;
    return answer.then(
      function (response) {
        waiting -= 1;
        if (response.status === 403) {
          say(
            "This page is from an earlier start of collabnet. Open the address printed in the terminal."
          );
        } else if (!response.ok) {
          response.clone().text().then(say);
        }
        return response;
      },
      function (error) {
        waiting -= 1;
        say(
          "collabnet does not answer. Is it still running in the terminal? Start it again with: collabnet serve"
        );
        throw error;
      }
    );
  };
})();
