// Results while the words are typed, and when copies are folded. The address follows, and Back leads to what stood before the typing began.

const box = document.getElementById("q");
const form = box.form;
const PAUSE = 250; // milliseconds without a key
let timer, asked, typing = false;
let shown = location.search;

function address() {
  const sent = new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()));
  const query = sent.toString();
  return form.action + (query ? "?" + query : "");
}

async function ask() {
  asked?.abort();
  asked = new AbortController();
  try {
    const response = await fetch(address(), { signal: asked.signal });
    if (response.ok) show(new DOMParser().parseFromString(await response.text(), "text/html"), response.url);
  } catch (error) {
    if (error.name !== "AbortError") console.warn(error); // the button still works
  }
}

function show(found, url) {
  for (const id of ["found", "foot", "ranges", "feed"]) document.getElementById(id).replaceWith(found.getElementById(id));
  document.title = found.title;
  document.querySelector("h1").textContent = found.querySelector("h1").textContent;
  document.getElementById("told").textContent = (document.getElementById("count") ?? document.querySelector("#found h2")).textContent;
  history[typing ? "replaceState" : "pushState"](null, "", url);
  typing = true;
  shown = location.search;
  document.dispatchEvent(new Event("found"));
}

box.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
});
document.getElementById("collapse").addEventListener("change", ask);
form.addEventListener("submit", () => {
  clearTimeout(timer);
  asked?.abort();
});
addEventListener("popstate", () => {
  if (location.search !== shown) location.reload(); // and nothing for a link within the page
});
