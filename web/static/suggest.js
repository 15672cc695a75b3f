// The search box as a combobox: below it stands how to go on with what is
// typed. The focus stays in the box; the arrows go through the list, and Enter
// takes what they are on, or else what was typed. Without this script the box
// is a plain one.
"use strict";

(function () {
  const form = document.getElementById("find");
  const box = form && form.querySelector("input[name=q]");
  if (!box) return;

  const pause = 120; // ms after the last key
  const list = document.createElement("ul");
  const status = document.createElement("span");
  let suggestions = [], active = -1, timer = 0, request = null;
  list.id = "suggestions";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.dataset.suggestions);
  status.className = "unseen";
  status.setAttribute("aria-live", "polite");
  form.append(list, status);
  for (const [name, value] of Object.entries({
    "role": "combobox", "aria-autocomplete": "list", "aria-haspopup": "listbox",
    "aria-controls": list.id, "aria-expanded": "false",
  })) box.setAttribute(name, value);

  box.addEventListener("input", function () {
    clearTimeout(timer);
    timer = setTimeout(ask, pause);
  });
  if (document.activeElement === box) prepare();
  else box.addEventListener("focus", prepare, { once: true });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", function (event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      take(active);
    } else if (event.key === "Enter") {
      close();
    }
  });
  list.addEventListener("mousedown", function (event) { event.preventDefault(); }); // the focus stays
  list.addEventListener("click", function (event) {
    const option = event.target.closest("[role=option]");
    if (option) take(Array.prototype.indexOf.call(list.children, option));
  });

  // prepare lets the server make its tables before the first word is typed.
  function prepare() {
    load("").catch(function () {});
  }
  function load(typed) {
    if (request) request.abort();
    request = new AbortController();
    const address = "/suggest?q=" + encodeURIComponent(typed) + "&lang=" + document.documentElement.lang;
    return fetch(address, { signal: request.signal }).then(function (answer) {
      if (!answer.ok) throw new Error(answer.statusText);
      return answer.json();
    });
  }
  function ask() {
    const typed = box.value;
    if (!typed.trim()) return close();
    load(typed).then(function (answer) {
      if (box.value === typed && document.activeElement === box) show(answer);
    }).catch(function (error) {
      if (error.name !== "AbortError") close();
    });
  }
  function show(answer) {
    suggestions = answer.suggestions;
    list.replaceChildren(...suggestions.map(function (one, i) {
      const option = document.createElement("li"), text = document.createElement("span"), about = document.createElement("span");
      option.id = "suggestion-" + i;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      text.textContent = one.text;
      text.lang = "vi";
      about.textContent = one.about;
      about.className = "about";
      option.append(text, about);
      return option;
    }));
    open(suggestions.length > 0);
    status.textContent = suggestions.length > 0 ? answer.said : "";
  }
  function open(is) {
    active = -1;
    list.hidden = !is;
    box.setAttribute("aria-expanded", String(is));
    box.removeAttribute("aria-activedescendant");
  }
  function close() {
    clearTimeout(timer);
    if (request) request.abort();
    status.textContent = "";
    open(false);
  }
  // move goes on by a step; before the first and behind the last stands the
  // box itself.
  function move(step) {
    const places = suggestions.length + 1;
    active = (active + 1 + step + places) % places - 1;
    for (const [i, option] of Array.from(list.children).entries()) option.setAttribute("aria-selected", String(i === active));
    if (active < 0) return box.removeAttribute("aria-activedescendant");
    box.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  }
  function take(i) {
    box.value = suggestions[i].query;
    close();
    form.requestSubmit();
  }
})();
