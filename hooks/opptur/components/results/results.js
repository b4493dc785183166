// What the box has found, as a combobox with a grid: up and down between results, left and right between the places in one.

import { announce, h, inAddress } from "../../scripts/dom.js";
import { firm, w } from "../../scripts/words.js";

const FIRST = 6;
const MORE = 24;
const MANY = 13;
const PLACES = { step: "jump_step", message: "jump_message", signal: "jump_signal", question: "jump_signal", guard: "jump_guard", heading: "jump_heading" };

/** Turn the box into a combobox; `base` is where the index lies, `root` its head on the way. */
export function open(box, { base, worker, root }) {
  const input = box.querySelector("[data-search]");
  const status = h("p", { class: "results__count", role: "status" });
  const grid = h("div", { class: "results__grid", id: "search-results", role: "grid", "aria-label": w("results"), "data-search-results": "" });
  const panel = h("div", { class: "results", role: "region", "aria-label": w("results"), tabindex: 0, hidden: true }, status, grid);
  const home = new URL(box.dataset.root, location.href);
  let count = FIRST;
  let asking = null;
  let next = null;
  let active = null;
  let going = false;
  let rows = [];
  let turn = 0; // which of the queries was sent last
  let wanted = false; // nobody has closed the results since they were asked for

  box.append(panel);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-controls": grid.id, "aria-expanded": "false", "aria-autocomplete": "list", "aria-haspopup": "grid" })) input.setAttribute(name, value);
  input.addEventListener("input", typed);
  input.addEventListener("focus", ask);
  box.addEventListener("keydown", onKey);
  box.addEventListener("submit", follow);
  box.addEventListener("focusout", (event) => event.relatedTarget && !box.contains(event.relatedTarget) && close());
  addEventListener("pointerdown", (event) => !box.contains(event.target) && close());
  worker.addEventListener("message", ({ data }) => answered(data));
  worker.addEventListener("error", () => answered({ trouble: "worker" }));
  if (input.value) typed();
  else ask();
  if ("pressed" in box.dataset) follow();

  function typed() {
    count = FIRST;
    inAddress({ q: input.value.trim() ? input.value : null });
    ask();
  }

  async function ask() {
    const query = input.value;
    if (!query.trim()) return showRecent();
    wanted = true;
    next = { base, query, count };
    if (asking) return;
    [asking, next] = [next, null];
    worker.postMessage({ ...asking, turn: (turn += 1), root: await root });
  }

  function answered({ query, turn: its, answer, lines, trouble }) {
    if (!answer && !trouble) return its === turn && query === grid.dataset.query && detail(lines);
    asking = null;
    if (trouble) going = false;
    if (wanted && trouble) showTrouble();
    else if (wanted) show(query, answer, lines);
    if (next) ask();
    else if (going) follow();
  }

  function show(query, { nearest, plays, results }, lines) {
    rows = results.map((one) => ({ one, made: row(one, query) }));
    const ofKind = (isPlay) => rows.filter(({ one }) => (one.kind === "play") === isPlay).map(({ made }) => made);
    const groups = [group(w("results_plays"), ofKind(true)), group(w("results_chapters"), ofKind(false))];
    if (!nearest && plays > count && count < MORE) groups[0]?.append(single(h("button", { type: "button", class: "results__more", onclick: more }, w("results_more"))));
    const said = nearest ? w("results_nearest", { query: query.trim().slice(0, 60) }) : plays === 1 ? w("results_one") : plays < MANY ? w("results_count", { plays }) : w("results_many");
    if (lines) detail(lines);
    fill([...groups, ends(query)], said);
    grid.dataset.query = query;
    grid.toggleAttribute("data-nearest", nearest);
  }

  function more() {
    count = MORE;
    ask();
    input.focus();
  }

  function fill(groups, said) {
    grid.replaceChildren(...groups.filter(Boolean));
    if (status.textContent !== said) status.textContent = said;
    panel.hidden = false;
    input.setAttribute("aria-expanded", "true");
    activate(null);
  }

  /** Whatever is on its way is no longer wanted. */
  function drop() {
    wanted = going = false;
    next = null;
  }

  function close() {
    drop();
    panel.hidden = true;
    input.setAttribute("aria-expanded", "false");
    activate(null);
  }

  function showRecent() {
    const searches = recentSearches();
    drop();
    delete grid.dataset.query;
    if (!searches.length || document.activeElement !== input) return close();
    const again = (query) => single(h("button", { type: "button", class: "results__again", onclick: () => retype(query) }, query));
    const wipe = h("button", { type: "button", class: "results__wipe", onclick: forget }, w("recent_wipe"));
    fill([group(w("recent"), searches.map(again)), group("", [single(wipe)])], w("recent"));
  }

  function retype(query) {
    input.value = query;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  }

  function forget() {
    forgetSearches();
    announce(w("recent_wiped"));
    close();
    input.focus();
  }

  function showTrouble() {
    fill([group("", [single(h("a", { href: box.action }, w("results_all")))])], w("results_trouble"));
  }

  function row(one, query) {
    const address = new URL(one.url, home).href;
    const main = h("a", { class: "results__main", href: address, tabindex: -1, onclick: () => rememberSearch(query) },
      h("strong", {}, marked(one.title)),
      one.severity && h("span", { class: "results__about" }, `${one.family} · ${w("severity")} ${[...new Set(one.severity)].join("–")}`),
      h("span", { class: "results__line" }, one.summary));
    const jumps = one.kind === "play" ? [jump(one, "card", "jump_card", query), jump(one, one.first, "jump_first", query)] : [];
    return h("div", { class: "results__row", role: "row", ...(one.kind === "play" ? { "data-play": one.id } : {}) }, cell(main), ...jumps);
  }

  function jump(one, anchor, key, query) {
    const address = new URL(`${one.url}#${anchor}`, home).href;
    return cell(h("a", { class: "results__jump", href: address, tabindex: -1, onclick: () => rememberSearch(query) }, w(key)), `${w(key)}: ${one.name}`);
  }

  /** The lines that matched, in the place of the summary, and the way to the best of them. */
  function detail(lines) {
    lines.forEach((found, number) => {
      const { one, made } = rows[number];
      const others = found.filter((line) => line.field !== "title");
      if (!others.length) return;
      const shown = made.querySelector(".results__line");
      shown.replaceChildren(...marked(others[0].parts));
      if (others[0].why.length) shown.after(why(others[0].why));
      const place = others.find((line) => line.anchor && PLACES[line.field] && ![one.first, "card"].includes(line.anchor));
      if (place) made.append(jump(one, place.anchor, PLACES[place.field], input.value));
    });
  }

  function ends(query) {
    const mail = `mailto:${firm.handbook ?? ""}?${new URLSearchParams({ subject: w("lost_subject", { query: query.slice(0, 100) }), body: w("lost_body", { query: query.slice(0, 300) }) }).toString().replaceAll("+", "%20")}`;
    const unsure = h("a", { class: "results__end", tabindex: -1, href: `${box.dataset.home}?what=unsure` }, w("results_unsure"));
    const lost = h("a", { class: "results__end", tabindex: -1, href: mail }, w("results_lost"), h("small", {}, w("results_lost_hint")));
    return group("", [single(unsure), single(lost)]);
  }

  function onKey(event) {
    const { key } = event;
    if (key === "Escape") {
      event.preventDefault();
      if (!panel.hidden) return close();
      drop();
      input.value = "";
      inAddress({ q: null });
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (panel.hidden) ask();
      else activate(step(key === "ArrowDown" ? 1 : -1));
    } else if (active && (key === "ArrowRight" || key === "ArrowLeft")) {
      event.preventDefault();
      const cells = [...active.parentElement.children];
      activate(cells[cells.indexOf(active) + (key === "ArrowRight" ? 1 : -1)] ?? active);
    } else if (key === "Enter" && active) {
      event.preventDefault();
      active.firstElementChild.click();
    }
  }

  function step(by) {
    const rows = [...grid.querySelectorAll("[role=row]")];
    const at = active ? rows.indexOf(active.parentElement) + by : by > 0 ? 0 : rows.length - 1;
    return rows[at]?.firstElementChild ?? null;
  }

  function activate(cell) {
    active?.classList.remove("results__cell--active");
    active?.removeAttribute("aria-selected");
    active = cell;
    if (!cell) return input.removeAttribute("aria-activedescendant");
    cell.classList.add("results__cell--active");
    cell.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", cell.id);
    cell.scrollIntoView({ block: "nearest" });
  }

  /** Go to the first result, when it is there. What is only near is never opened unasked. */
  function follow() {
    going = Boolean(asking) || grid.dataset.query !== input.value;
    if (!going) grid.querySelector(":scope:not([data-nearest]) [data-play] a")?.click();
    else if (!asking && input.value.trim()) ask();
    if (!input.value.trim()) going = false;
  }
}

function group(label, rows) {
  return rows.length ? h("div", { class: "results__group", role: "rowgroup", ...(label ? { "aria-label": label } : {}) }, ...rows) : null;
}

function single(inner) {
  inner.tabIndex = -1;
  return h("div", { class: "results__row", role: "row" }, cell(inner));
}

function cell(inner, label) {
  return h("div", { class: "results__cell", role: "gridcell", id: `result-${(cell.count = (cell.count ?? 0) + 1)}`, ...(label ? { "aria-label": label } : {}) }, inner);
}

function marked(parts) {
  return parts.map(([text, isMarked]) => (isMarked ? h("mark", {}, text) : text));
}

function why(pairs) {
  return h("span", { class: "results__why" }, pairs.slice(0, 3).map(([typed, found]) => `${typed} ~ ${found.toLowerCase()}`).join(" · "));
}

// What has been searched for on this device, the newest first.

const KEPT = "opptur.searches";
const MOST = 6;

function recentSearches() {
  try {
    const found = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(found) ? found.filter((query) => typeof query === "string" && query).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

function rememberSearch(query) {
  const text = query.trim().slice(0, 100);
  if (text) keep([text, ...recentSearches().filter((one) => one.toLowerCase() !== text.toLowerCase())].slice(0, MOST));
}

function forgetSearches() {
  keep([]);
}

function keep(searches) {
  try {
    if (searches.length) localStorage.setItem(KEPT, JSON.stringify(searches));
    else localStorage.removeItem(KEPT);
  } catch {
    // a device that keeps nothing
  }
}
