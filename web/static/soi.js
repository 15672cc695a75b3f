// Every page works without this script; it only shortens some ways.
"use strict";

(function () {
  const form = document.getElementById("find");
  const box = form && form.querySelector("input[name=q]");

  // Browsers that cannot show a closed <details> (see .fold in soi.css) get it
  // opened where there is room beside the content.
  if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 60rem)").matches) {
    for (const fold of document.querySelectorAll("details.fold")) fold.open = true;
  }

  filterAtOnce();
  walkMatches();

  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || typing(event) || !box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  // typing tells whether a key belongs to a field or to the browser.
  function typing(event) {
    return event.ctrlKey || event.altKey || event.metaKey || event.isComposing ||
      event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;
  }

  // filterAtOnce sends the form when a filter is chosen. The page that comes
  // back puts the focus on the same filter.
  function filterAtOnce() {
    const filters = document.querySelector(".facets");
    if (!filters || !form) return;
    const memory = "soi-filter";
    for (const button of filters.querySelectorAll(".apply")) button.hidden = true;
    filters.addEventListener("change", function (event) {
      remember(event.target.name + "=" + event.target.value);
      form.requestSubmit();
    });
    const last = recall();
    for (const input of last ? filters.querySelectorAll("input") : []) {
      if (input.name + "=" + input.value !== last) continue;
      for (let at = input.closest("details"); at; at = at.parentElement.closest("details")) {
        if (!input.checkVisibility()) at.open = true;
      }
      input.focus({ preventScroll: matchMedia("(min-width: 60rem)").matches });
    }

    function remember(value) {
      try { sessionStorage.setItem(memory, value); } catch { /* not allowed: the focus is lost */ }
    }
    function recall() {
      try {
        const value = sessionStorage.getItem(memory);
        sessionStorage.removeItem(memory);
        return value;
      } catch { return null; }
    }
  }

  // walkMatches lets n and p go from match to match. The way through them
  // leaves no trace in the history, so that Back leads to the results.
  function walkMatches() {
    const matches = document.querySelectorAll("mark[id]");
    if (matches.length === 0) return;
    document.addEventListener("keydown", function (event) {
      if (typing(event) || event.shiftKey || (event.key !== "n" && event.key !== "p")) return;
      event.preventDefault();
      const at = Number((/^#m(\d+)$/.exec(location.hash) || [])[1]) || 0;
      const to = event.key === "n" ? at + 1 : at - 1;
      if (to >= 1 && to <= matches.length) location.replace("#m" + to);
    });
    document.addEventListener("click", function (event) {
      const link = event.target.closest("a[href^='#m']");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      location.replace(link.getAttribute("href"));
    });
  }
})();
