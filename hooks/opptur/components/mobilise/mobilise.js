// The ladder with clock times from now on, ready to copy; and what it suggests for the message to your own people.

import { after, moment, sayable, toInput } from "../../scripts/clock.js";
import { announce, button, h, toClipboard } from "../../scripts/dom.js";
import * as session from "../../scripts/session.js";
import { lang, w } from "../../scripts/words.js";

const rungs = [...document.querySelectorAll(".ladder > li")].map((element) => ({
  element,
  wait: element.dataset.wait,
  role: element.querySelector("strong").textContent,
  person: element.querySelector(".ladder__person")?.textContent.trim() ?? "",
  ask: element.querySelector(".ladder__ask").textContent.trim(),
  time: element.querySelector("small").appendChild(h("span", { class: "ladder__time" })),
}));
let from = new Date();
let started = false;

export function start() {
  document.querySelector(".ladder").after(
    h("p", { class: "composer__tools" },
      button(w("copy_ladder"), copyLadder, { class: "button", "data-copy-ladder": "" }),
      button(w("from_now"), () => begin(new Date()), { class: "button button--quiet", "data-from-now": "" })),
  );
  session.onChange(() => started || reckon(new Date()));
  reckon(from);
}

/** Once it has been copied or started, the clock times stand. */
function begin(now) {
  started = true;
  reckon(now);
}

async function copyLadder() {
  if (!started) begin(new Date());
  announce((await toClipboard(asText())) ? w("copied") : w("copy_refused"));
}

/** When each rung is asked and when the next one's turn comes. */
function reckon(now) {
  from = now;
  let asked = now;
  for (const rung of rungs) {
    rung.asked = asked;
    rung.until = sayable(after(asked, rung.wait));
    rung.time.textContent = times(rung);
    asked = rung.until;
  }
  const [first, second] = rungs;
  const name = ({ person, role }) => person.split(",")[0].trim() || role;
  session.suggest("internal/message", { role: name(first), next_level: second ? name(second) : "", deadline: toInput(first.until) });
}

function times({ asked, until }) {
  return w("ask_and_move_on", { asked: moment(asked, lang, from), until: moment(until, lang, from) });
}

function asText() {
  return rungs.map((rung, index) => `${index + 1}. ${rung.role}${rung.person ? ` (${rung.person})` : ""}: ${rung.ask} ${times(rung)}`).join("\n");
}

