// Making elements, and telling those who listen. Text is only ever set as text.

/** An element: attributes by name, listeners as onclick, then children; nothing stands for no child. */
export function h(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && typeof value === "boolean") made[name] = value;
    else if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

export function button(text, onclick, attributes = {}) {
  return h("button", { type: "button", class: "button", onclick, ...attributes }, text);
}

/** A named box to type in; `hint` stands below. Returns the box with its input. */
export function field(label, attributes, hint = "") {
  const id = attributes.id ?? `field-${(field.count = (field.count ?? 0) + 1)}`;
  const input = h("input", { autocomplete: "off", class: "input", ...attributes, id, ...(hint ? { "aria-describedby": `${id}-hint` } : {}) });
  const box = h("div", { class: "entry" }, h("label", { for: id }, label), input, hint && h("small", { id: `${id}-hint` }, hint));
  return { box, input };
}

const live = document.body.appendChild(h("p", { class: "toast", role: "status", "aria-live": "polite" }));

/** Say something to those who listen with a screen reader, and show it for a moment to those who look. */
export function announce(text) {
  live.textContent = "";
  requestAnimationFrame(() => (live.textContent = text));
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => (live.textContent = ""), 6000);
}

/** Put a text on the clipboard; where the browser refuses, by selecting it in a box. True when it is there. */
export async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = document.body.appendChild(h("textarea", { class: "visually-hidden", readonly: true }));
    const before = document.activeElement;
    box.value = text;
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    before?.focus?.();
    return done;
  }
}

/** Ask before something that cannot be undone. Resolves to whether it is to be done. */
export function confirmed(question, yes, no, { danger = false } = {}) {
  return new Promise((resolve) => {
    const dialog = h("dialog", { class: "dialog", "aria-labelledby": "dialog-question" },
      h("p", { id: "dialog-question" }, question),
      h("form", { method: "dialog" }, h("button", { class: "button button--quiet", value: "no", autofocus: danger }, no), h("button", { class: `button${danger ? " button--danger" : ""}`, value: "yes", autofocus: !danger }, yes)));
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** Offer a text as a file to keep. */
export function download(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = h("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Change the address without a new page: values by name, null to take one out. */
export function inAddress(changes, { push = false } = {}) {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if (url.href !== location.href) history[push ? "pushState" : "replaceState"](null, "", url);
}
