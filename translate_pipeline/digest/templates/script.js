"use strict";
(() => {
  const root = document.documentElement;

  const tools = document.querySelector(".tools");
  if (tools) tools.hidden = false;

  const press = (button, pressed) => button.setAttribute("aria-pressed", String(pressed));
  const isPressed = (button) => button.getAttribute("aria-pressed") === "true";
  const toggle = (id, change) => {
    const button = document.getElementById(id);
    if (button) button.addEventListener("click", () => { press(button, !isPressed(button)); change(isPressed(button)); });
    return button;
  };

  // Nothing is stored: the theme lasts as long as the page is open.
  const dark = toggle("dark", (on) => { root.dataset.theme = on ? "dark" : "light"; });
  const system = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => { if (dark && !root.dataset.theme) press(dark, system.matches); };
  system.addEventListener("change", follow);
  follow();

  toggle("marks", (on) => { root.dataset.marks = on ? "on" : "off"; });
  toggle("unfold", (on) => document.querySelectorAll("details.fold").forEach((fold) => { fold.open = on; }));

  // A sentence lights up with its twin: under the pointer, in focus, or tapped, which stays until another one is.
  const sentenceAt = (element) => element instanceof Element ? element.closest(".bitext .s") : null;
  const twins = (sentence) => {
    const key = CSS.escape(sentence.dataset.s);
    return sentence.closest(".bitext").querySelectorAll(`[data-s="${key}"]`);
  };
  let lit = [];
  let pinned = null;
  const light = (sentence, term) => {
    lit.forEach((element) => element.classList.remove("lit", "twin"));
    lit = [];
    if (!sentence) return;
    twins(sentence).forEach((twin) => {
      twin.classList.add("lit");
      lit.push(twin);
      if (!term) return;
      twin.querySelectorAll(`[data-t="${CSS.escape(term.dataset.t)}"]`).forEach((mark) => {
        mark.classList.add("twin");
        lit.push(mark);
      });
    });
  };
  const termAt = (element) => element instanceof Element ? element.closest("[data-t]") : null;
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "touch") light(sentenceAt(event.target) || pinned, termAt(event.target));
  });
  document.addEventListener("click", (event) => {
    const sentence = sentenceAt(event.target);
    pinned = sentence && sentence !== pinned ? sentence : null;
    light(pinned, termAt(event.target));
  });
  document.addEventListener("focusin", (event) => light(sentenceAt(event.target), null));
  document.addEventListener("focusout", () => light(pinned, null));

  // Each text is one stop of the Tab key; arrow keys go from sentence to sentence in it, and to the twin.
  document.querySelectorAll(".bitext").forEach((text) => {
    const first = text.querySelector(".s");
    if (first) first.tabIndex = 0;
  });
  const moveTo = (sentence) => {
    sentence.closest(".bitext").querySelectorAll(".s[tabindex='0']").forEach((other) => { other.tabIndex = -1; });
    sentence.tabIndex = 0;
    sentence.focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { pinned = null; light(null, null); return; }
    const sentence = sentenceAt(event.target);
    if (!sentence || sentence !== event.target || event.ctrlKey || event.metaKey || event.altKey) return;
    const pair = [...twins(sentence)];
    const column = pair.indexOf(sentence);
    const sideways = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const along = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    let next = null;
    if (sideways) next = pair[column + sideways];
    if (along) {
      const keys = [...new Set([...sentence.closest(".bitext").querySelectorAll(".s")].map((s) => s.dataset.s))];
      const key = keys[keys.indexOf(sentence.dataset.s) + along];
      const other = key && [...sentence.closest(".bitext").querySelectorAll(`[data-s="${CSS.escape(key)}"]`)];
      next = other && (other[column] || other[0]);
    }
    if (next) { event.preventDefault(); moveTo(next); }
  });

  // A link to a sentence unfolds the text that it stands in.
  const unfoldTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", unfoldTarget);
  if (location.hash) unfoldTarget();

  // Browsers that cannot show the inside of a closed fold on paper by style alone.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:is(.summary, .always):not([open])")];
    opened.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => opened.forEach((fold) => { fold.open = false; }));
})();
