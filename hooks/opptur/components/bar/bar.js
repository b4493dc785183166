// At the foot of every page while a case is open: the next promise, and whether it is overdue.

import { h } from "../../scripts/dom.js";
import { inOrder, isWaiting, minutes } from "../../scripts/record.js";
import { promiseText } from "../../scripts/report.js";
import * as store from "../../scripts/store.js";
import { w } from "../../scripts/words.js";
import "../search/search.js";

const bar = document.body.appendChild(h("aside", { class: "bar", "aria-label": w("next_contact"), hidden: true }));
const home = document.querySelector("[data-cases-url]")?.dataset.casesUrl ?? "";

store.onChange(show);
setInterval(show, 20_000);
show();

function show() {
  const open = store.allCases().filter((one) => !one.closed);
  const here = open.find((one) => one.id === new URLSearchParams(location.search).get("case"));
  const one = here ?? inOrder(open)[0];
  bar.hidden = !one || Boolean(document.querySelector("[data-module=cases]"));
  document.documentElement.classList.toggle("has-bar", !bar.hidden);
  if (bar.hidden) return;
  const now = new Date();
  const others = open.filter((other) => other !== one && isWaiting(other, minutes(now))).length;
  bar.classList.toggle("bar--late", isWaiting(one, minutes(now)) || others > 0);
  const to = here ? "#case" : `${home}../${one.family}/${one.play}/?case=${one.id}#case`;
  const said = [to, one.customer || w("unnamed_customer"), promiseText(one, now), others ? w("others_late", { count: others }) : w("all_cases")];
  if (bar.dataset.said === said.join("|")) return; // a redraw would take the keyboard away
  bar.dataset.said = said.join("|");
  const had = bar.contains(document.activeElement) && document.activeElement.className;
  bar.replaceChildren(h("a", { class: "bar__case", href: said[0] }, h("strong", {}, said[1]), h("span", {}, said[2])), h("a", { class: "bar__all", href: home }, said[3]));
  if (had) bar.querySelector(`.${had}`).focus();
}
