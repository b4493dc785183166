// One question at a time. Where one is stands in the address, so that Back goes a question back.

import { h, inAddress } from "../../scripts/dom.js";
import { w } from "../../scripts/words.js";
import "../bar/bar.js";

const tree = document.querySelector("[data-module=tree]");
const branches = [...tree.querySelectorAll("[data-branch]")];
const back = h("a", { class: "tree__back", href: location.pathname }, w("back"));

tree.before(h("p", { class: "tree__way", hidden: true }, back));
for (const branch of branches) {
  const link = branch.querySelector(".branch__title a");
  const name = branch.dataset.branch;
  const at = branch.classList.contains("branch--level") ? { what: "unsure", severity: name } : { what: name, severity: null };
  link.href = `?${new URLSearchParams(Object.entries(at).filter(([, value]) => value))}`;
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    inAddress(at, { push: true });
    show(true);
  });
}
back.addEventListener("click", (event) => {
  event.preventDefault();
  const { severity } = Object.fromEntries(new URLSearchParams(location.search));
  inAddress(severity ? { severity: null } : { what: null }, { push: true });
  show(true);
});
addEventListener("popstate", () => show(true));
show(false);

/** Open the branch that the address names; `moved` puts the keyboard there. */
function show(moved) {
  const asked = new URLSearchParams(location.search);
  const what = branches.find((branch) => !isLevel(branch) && branch.dataset.branch === asked.get("what")) ?? null;
  const level = (what?.dataset.branch === "unsure" && branches.find((branch) => isLevel(branch) && branch.dataset.branch === asked.get("severity"))) || null;
  for (const branch of branches) {
    const chosen = isLevel(branch) ? level : what;
    branch.hidden = Boolean(chosen) && branch !== chosen;
    branch.classList.toggle("branch--open", branch === chosen);
    asHeading(branch.querySelector(".branch__title a"), branch === chosen);
  }
  tree.dataset.depth = level ? "2" : what ? "1" : "0";
  back.parentElement.hidden = !what;
  if (!moved) return;
  const target = (level ?? what)?.querySelector(".branch__title a") ?? document.getElementById("top");
  if (target.id === "top") target.tabIndex = -1;
  target.focus({ preventScroll: true });
  scrollTo(0, 0);
}

/** The title of the branch that is open leads nowhere: it is a heading that can be reached. */
function asHeading(link, open) {
  link.dataset.to ??= link.getAttribute("href");
  if (open) link.removeAttribute("href");
  else link.setAttribute("href", link.dataset.to);
  if (open) link.tabIndex = -1;
  else link.removeAttribute("tabindex");
}

function isLevel(branch) {
  return branch.classList.contains("branch--level");
}
