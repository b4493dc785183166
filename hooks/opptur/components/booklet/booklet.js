// Plays that are ticked become a list of PDFs and the command for one booklet. The choice stands in the address.

import { announce, button, h, toClipboard } from "../../scripts/dom.js";
import { w } from "../../scripts/words.js";
import "../bar/bar.js";

const form = document.querySelector("[data-module=booklet]");
const made = form.querySelector(".booklet__made");
const command = made.querySelector("[data-command]");
const boxes = [...form.querySelectorAll("input[name=play]")];
const asked = new Set(location.search.slice(1).split("&").map((part) => part.split("=")[0]));

for (const box of boxes) {
  box.hidden = false;
  box.checked = asked.has(box.value);
}
command.append(button(w("copy"), copy, { class: "button", "data-copy-command": "" }));
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", show);
made.hidden = false;
show();

function show() {
  const chosen = boxes.filter((box) => box.checked);
  const kind = form.elements.kind.value;
  const ids = chosen.map((box) => box.value);
  history.replaceState(null, "", ids.length ? `?${ids.join("&")}` : location.pathname);
  made.querySelector("[data-none]").hidden = ids.length > 0;
  command.hidden = ids.length === 0;
  command.querySelector("code").textContent = ["opptur handout", ...ids, `--lang ${form.dataset.lang}`, ...(kind === "sheet" ? [] : [`--kind ${kind}`])].join(" ");
  made.querySelector("[data-files]").replaceChildren(...chosen.map((box) => h("li", {}, h("a", { href: address(box, kind) }, box.parentElement.textContent.trim()))));
}

/** A play's PDF of a kind: beside its sheet, which the page links to. */
function address(box, kind) {
  const sheet = box.closest(".booklet__play").querySelector("a").getAttribute("href");
  return kind === "sheet" ? sheet : sheet.replace(/\.pdf$/, `-${kind}.pdf`);
}

async function copy() {
  announce((await toClipboard(command.querySelector("code").textContent)) ? w("copied") : w("copy_refused"));
}
