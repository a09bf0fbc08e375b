/* A field for files with a place to drop them on; they are sent one by one. */
window.collabnet_dashboards = window.collabnet_dashboards || {};
window.collabnet_dashboards.FileDrop = (function () {
  "use strict";

  const h = (...args) => window.React.createElement(...args);
  const MEGABYTE = 1024 * 1024;

  function tooLarge(file, most) {
    return file.name + " is too large: it has " + Math.ceil(file.size / MEGABYTE) +
      " MB, and at most " + Math.floor(most / MEGABYTE) + " can be sent. Split it, for example by year.";
  }

  /* Send one file; give the token, or throw what the server says. */
  async function send(route, file, token) {
    const form = new FormData();
    form.append("token", token);
    form.append("file", file, file.name);
    let answer;
    try {
      answer = await window.fetch(route, { method: "POST", body: form });
    } catch (error) {
      throw new Error(file.name + " could not be sent. Is it still there, and is collabnet still running? Choose it again.");
    }
    if (!answer.ok) throw new Error(file.name + ": " + (await answer.text()));
    return (await answer.json()).token;
  }

  function FileDrop(props) {
    const [told, setTold] = window.React.useState("");
    const [wrong, setWrong] = window.React.useState("");
    const [isOver, setOver] = window.React.useState(false);
    const field = props.id + "-field";
    const given = (props.uploaded || {}).token || "";
    const token = window.React.useRef(given);
    const counted = window.React.useRef(0);
    const before = window.React.useRef(Promise.resolve());
    window.React.useEffect(() => { token.current = given; }, [given]);

    /* Files dropped while others are on their way go after them, to the same place. */
    function take(files) {
      before.current = before.current.then(() => takeNow(files));
    }

    async function takeNow(files) {
      const found = Array.from(files);
      const large = found.find((file) => file.size > props.most);
      setWrong(large ? tooLarge(large, props.most) : "");
      if (large || !found.length) return;
      try {
        for (let i = 0; i < found.length; i += 1) {
          setTold("Taking in file " + (i + 1) + " of " + found.length + ".");
          token.current = await send(props.route, found[i], token.current);
        }
      } catch (error) {
        setWrong(error.message);
      }
      setTold("");
      counted.current += 1; // the same files once more are news
      if (token.current) props.setProps({ uploaded: { token: token.current, count: counted.current } });
    }

    function drop(event) {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer.files);
    }

    return h("div", {
      className: isOver ? "cn-drop cn-drop-over" : "cn-drop",
      onDragOver: (event) => { event.preventDefault(); setOver(true); },
      onDragLeave: () => setOver(false),
      onDrop: drop
    },
      h("label", { htmlFor: field }, props.label),
      h("input", {
        id: field, type: "file", multiple: true, "aria-describedby": field + "-hint",
        onChange: (event) => {
          const files = Array.from(event.target.files);
          event.target.value = ""; // so that the same file, corrected, can be chosen again
          take(files);
        }
      }),
      h("p", { id: field + "-hint", className: "cn-small" }, props.hint),
      h("p", { role: "status", className: "cn-small" }, told),
      h("p", { role: "alert", className: "cn-refused" }, wrong));
  }

  return FileDrop;
})();
