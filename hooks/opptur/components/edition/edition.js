// Tells whoever has scanned a sheet that it is of an earlier edition, and what has changed since.

export function start() {
  const box = document.querySelector("[data-edition]");
  const paper = Number(new URLSearchParams(location.search).get("e"));
  if (!Number.isInteger(paper) || paper < 1 || paper >= Number(box.dataset.edition)) return;
  const title = box.querySelector(".notice__title");
  title.textContent = title.textContent.replace("{}", paper);
  for (const change of box.querySelectorAll("[data-since]")) change.hidden = Number(change.dataset.since) <= paper;
  box.hidden = false;
}
