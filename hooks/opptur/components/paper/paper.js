// The button that prints the page as it stands, for whoever wants no PDF.

export function start() {
  const button = document.querySelector("[data-print]");
  button.parentElement.hidden = false;
  button.addEventListener("click", () => print());
}
