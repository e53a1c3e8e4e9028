// Keys for the review. Every page works without this file: a key presses a button or follows a link that is there.
"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (selector, within = document) => within.querySelector(selector);

  // A second press before the next page is there would answer twice.
  let sent = false;
  addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  addEventListener("pageshow", () => { sent = false; });

  // Keys can be turned off, for those who speak to their computer.
  const keysOn = one("#keys-on");
  if (keysOn) {
    keysOn.closest("label").hidden = false;
    keysOn.checked = sessionStorage.getItem("keys") !== "off";
    keysOn.addEventListener("change", () => sessionStorage.setItem("keys", keysOn.checked ? "on" : "off"));
  }

  // The list: rows, and which of them are chosen.
  const rows = all("[data-row]");
  const tickOf = (row) => one("input[name=flag]", row);
  const rowHere = () => rows.find((row) => row.contains(document.activeElement));
  const everything = one("#all");
  const chosen = one(".chosen");
  const count = () => {
    const ticked = rows.filter((row) => tickOf(row).checked).length;
    if (everything) {
      everything.checked = ticked > 0 && ticked === rows.length;
      everything.indeterminate = ticked > 0 && ticked < rows.length;
    }
    if (chosen) chosen.textContent = ticked ? `With the ${ticked} chosen` : "With the chosen flags";
  };
  const chooseAll = (ticked) => {
    rows.forEach((row) => { tickOf(row).checked = ticked; });
    count();
  };
  const goTo = (row) => {
    one("[data-open]", row).focus();
    row.scrollIntoView({ block: "nearest" });
  };
  if (everything) {
    everything.hidden = false;
    everything.addEventListener("change", () => chooseAll(everything.checked));
  }
  rows.forEach((row) => tickOf(row).addEventListener("change", count));
  if (rows.length) count();
  all(".filter select").forEach((select) => select.addEventListener("change", () => select.form.requestSubmit()));

  const inList = {
    ArrowDown: () => goTo(rows[Math.min(rows.indexOf(rowHere()) + 1, rows.length - 1)]),
    ArrowUp: () => goTo(rows[Math.max(rows.indexOf(rowHere()) - 1, 0)]),
    a: () => chooseAll(!rows.every((row) => tickOf(row).checked)),
    " ": () => {
      const row = rowHere();
      if (!row) return false;
      tickOf(row).checked = !tickOf(row).checked;
      count();
      return true;
    },
  };

  // A question: where the answer holds, and the places in the article.
  const scopes = all("input[name=scope]");
  const suitScope = () => {
    const narrow = scopes.some((scope) => scope.checked && scope.value === "this mention");
    all("[data-not-at-mention]").forEach((button) => { button.disabled = narrow; });
  };
  scopes.forEach((scope) => scope.addEventListener("change", suitScope));
  suitScope();

  const article = one(".pane");
  const places = article ? all("[id^=place-]", article) : [];
  let at = 0;
  const show = (place) => {
    if (article.scrollHeight > article.clientHeight) {
      const above = place.getBoundingClientRect().top - article.getBoundingClientRect().top;
      article.scrollTop += above - article.clientHeight / 3;
    } else {
      place.scrollIntoView({ block: "center" });
    }
  };
  if (places.length && article.scrollHeight > article.clientHeight) {
    article.style.scrollBehavior = "auto";
    show(places.find((place) => place.classList.contains("a")) || places[0]);
    article.style.scrollBehavior = "";
  }
  const atQuestion = {
    c: () => {
      const next = scopes[(scopes.findIndex((scope) => scope.checked) + 1) % scopes.length];
      if (!next) return false;
      next.checked = true;
      next.focus();
      suitScope();
      return true;
    },
    m: () => {
      if (!places.length) return false;
      all("mark.here").forEach((mark) => mark.classList.remove("here"));
      places[at].classList.add("here");
      show(places[at]);
      at = (at + 1) % places.length;
      return true;
    },
  };

  const press = (key) => {
    const focused = all("[data-focus-key]").find((found) => found.dataset.focusKey === key && !found.disabled);
    if (focused) {
      focused.focus();
      return true;
    }
    const found = all("[data-key]").find((element) => element.dataset.key === key && !element.disabled);
    if (!found) return false;
    if ("focus" in found.dataset) {
      found.focus();
      return true;
    }
    if ("batch" in found.dataset && !rows.some((row) => tickOf(row).checked)) {
      const row = rowHere();
      if (!row) return true;
      tickOf(row).checked = true;
    }
    found.click();
    return true;
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
    const target = event.target;
    if (event.key === "Escape") {
      if (target.blur) target.blur();
      return;
    }
    if (event.key === "Enter" && target !== document.body) {
      // It would press the first button of the form.
      if (target.matches("input[type=checkbox], input[type=radio]")) event.preventDefault();
      return;
    }
    if (target.closest("input[type=search], select, textarea") || !(keysOn && keysOn.checked)) return;
    const arrow = event.key.startsWith("Arrow");
    if (arrow && target.type === "radio") return;
    if (event.key === " " && target.closest("button, input, summary")) return;
    if (event.repeat && !arrow) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const own = rows.length ? inList[key] : atQuestion[key];
    if (own ? own() !== false || press(key) : press(key)) event.preventDefault();
  });
})();
