// The box at rest. When it is first used, the results, the worker and the head of the index are fetched at once.

const box = document.querySelector("[data-module=search]");
const input = box?.querySelector("[data-search]");
let started = false;

if (box) {
  const asked = new URLSearchParams(location.search).get("q");
  if (asked && !input.value) input.value = asked;
  input.addEventListener("focus", start, { once: true });
  input.addEventListener("input", start, { once: true });
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    box.dataset.pressed = "";
    start();
  });
  if (input.value || input === document.activeElement) start();
  addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

function start() {
  if (started) return;
  started = true;
  const base = new URL(box.dataset.index, location.href).href;
  const worker = new Worker(new URL("../../scripts/seeker.js", import.meta.url));
  const root = fetch(`${base}root.json`).then((answer) => answer.json()).catch(() => null);
  import("../results/results.js").then(({ open }) => open(box, { base, worker, root }));
}
