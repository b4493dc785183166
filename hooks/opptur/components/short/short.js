// Leads from the short address to the play in the first of the reader's languages that it exists in.
// Without scripts the page is a list of links.
const links = [...document.querySelectorAll("a[hreflang]")];
const wanted = navigator.languages.map((tag) => tag.toLowerCase().split("-")[0]).map((tag) => (["no", "nn"].includes(tag) ? "nb" : tag));
const best = wanted.map((tag) => links.find((link) => link.hreflang === tag)).find(Boolean) ?? links[0];
location.replace(best.href + location.search + location.hash);
