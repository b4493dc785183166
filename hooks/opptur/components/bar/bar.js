// At the foot of every page while a case is open: the next promise, and whether it is overdue.

import { distance, moment } from "../../scripts/clock.js";
import { h } from "../../scripts/dom.js";
import { dateOf, inOrder, isTold } from "../../scripts/record.js";
import * as store from "../../scripts/store.js";
import { lang, w } from "../../scripts/words.js";

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
  const next = one.next && dateOf(one.next);
  const late = next && next < now;
  const others = open.filter((other) => other !== one && other.next && dateOf(other.next) < now).length;
  bar.classList.toggle("bar--late", Boolean(late) || others > 0);
  const when = next ? w(late ? "contact_late" : "contact_at", { time: moment(next, lang, now), distance: distance(next, lang, now) }) : w(isTold(one) ? "contact_unset" : "call_now");
  const to = here ? "#case" : `${home}../${one.family}/${one.play}/?case=${one.id}#case`;
  bar.replaceChildren(
    h("a", { class: "bar__case", href: to }, h("strong", {}, one.customer || w("unnamed_customer")), h("span", {}, when)),
    h("a", { class: "bar__all", href: home }, others ? w("others_late", { count: others }) : w("all_cases")),
  );
}
