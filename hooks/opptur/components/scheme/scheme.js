// Light or dark, as the device says or as the reader chose on this device. Loaded in the head, before anything is
// painted, so that a dark page never flashes light.
const key = "opptur.scheme";
const root = document.documentElement;
const device = matchMedia("(prefers-color-scheme: dark)");

function remembered() {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage may be blocked; the device's wish then stands
  }
}

function show(scheme) {
  if (scheme) root.dataset.scheme = scheme;
  else delete root.dataset.scheme;
}

function other() {
  const now = root.dataset.scheme ?? (device.matches ? "dark" : "light");
  const next = now === "dark" ? "light" : "dark";
  show(next);
  try {
    localStorage.setItem(key, next);
  } catch {
    // the choice then lasts as long as the page
  }
}

show(remembered());
addEventListener("DOMContentLoaded", () => {
  for (const button of document.querySelectorAll("[data-module=scheme]")) {
    button.hidden = false;
    button.addEventListener("click", other);
  }
});
