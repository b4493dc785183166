// What has been searched for on this device, the newest first.

const PLACE = "opptur.searches";
const MOST = 6;

export function recentSearches() {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
    return Array.isArray(found) ? found.filter((query) => typeof query === "string" && query).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function rememberSearch(query) {
  const text = query.trim().slice(0, 100);
  if (text) keep([text, ...recentSearches().filter((one) => one.toLowerCase() !== text.toLowerCase())].slice(0, MOST));
}

export function forgetSearches() {
  keep([]);
}

function keep(searches) {
  try {
    if (searches.length) localStorage.setItem(PLACE, JSON.stringify(searches));
    else localStorage.removeItem(PLACE);
  } catch {
    // a device that keeps nothing
  }
}
