// What scripts say, in the language of the page. The head of the page names the file they stand in.

const data = (await import(document.getElementById("opptur-words").href)).default;

export const lang = document.documentElement.lang;

/** The fields of messages by key: label, hint, example and type. */
export const fields = data.fields;

/** The firm's own data: its name, its `hours`, and who looks after its `handbook`. */
export const firm = data.firm;

/** A word or sentence, with values filled in. An unknown key is an error in our own code. */
export function w(key, values = {}) {
  if (!(key in data.words)) throw new Error(`no word ${key}`);
  return data.words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
