// Narrow the list down. The choice stands in the address, so that it can be shared.

import { inAddress } from "../../scripts/dom.js";
import { w } from "../../scripts/words.js";
import "../bar/bar.js";

const form = document.querySelector("[data-module=filters]");
const entries = [...document.querySelectorAll(".catalogue__entry")];
const shelves = [...document.querySelectorAll("[data-shelf]")];

form.hidden = false;
form.addEventListener("change", () => {
  inAddress(Object.fromEntries(new FormData(form)));
  show();
});
form.addEventListener("reset", () =>
  setTimeout(() => {
    inAddress(Object.fromEntries(new FormData(form)));
    show();
  }),
);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", read);
read();

function read() {
  const asked = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    select.value = asked.get(select.name) ?? "";
    if (select.selectedIndex < 0) select.value = "";
  }
  show();
}

function show() {
  const wanted = [...new FormData(form)].filter(([, value]) => value);
  for (const entry of entries) entry.hidden = !wanted.every(([name, value]) => entry.dataset[name].split(" ").includes(value));
  for (const shelf of shelves) shelf.hidden = !shelf.querySelector(".catalogue__entry:not([hidden])");
  const count = entries.filter((entry) => !entry.hidden).length;
  form.querySelector("[data-count]").textContent = w("plays_shown", { count, all: entries.length });
  document.querySelector("[data-none]").hidden = count > 0;
}
