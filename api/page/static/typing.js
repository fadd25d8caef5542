// Results while the form is filled in. The address follows, and Back leads to what stood before the typing began.

const form = document.getElementById("q").form;
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
    if (response.ok) show(await read(response), response.url);
    else if (response.status === 400) doubt(await read(response));
  } catch (error) {
    if (error.name !== "AbortError") console.warn(error); // the button still works
  }
}

async function read(response) {
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function show(found, url) {
  document.querySelector(".doubt")?.remove();
  for (const id of ["found", "foot", "ranges", "in-force", "below", "feed"]) document.getElementById(id).replaceWith(found.getElementById(id));
  document.title = found.title;
  document.querySelector("h1").textContent = found.querySelector("h1").textContent;
  tell((document.getElementById("count") ?? document.querySelector("#found h2")).textContent);
  history[typing ? "replaceState" : "pushState"](null, "", url);
  typing = true;
  shown = location.search;
  document.dispatchEvent(new Event("found"));
}

// What is half typed is no mistake yet: the results stay, and are marked as those of the search before.
function doubt(mistake) {
  const told = document.createElement("div");
  told.className = "doubt";
  const before = document.createElement("p");
  before.textContent = "These are still the results of the last search that could be read.";
  told.append(before, ...mistake.querySelectorAll(".fault, .choices"));
  for (const fault of told.querySelectorAll("[id]")) fault.removeAttribute("id");
  document.querySelector(".doubt")?.remove();
  document.getElementById("found").before(told);
  tell(before.textContent);
}

function tell(text) {
  document.getElementById("told").textContent = text;
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, PAUSE);
});
form.addEventListener("submit", () => {
  clearTimeout(timer);
  asked?.abort();
});
addEventListener("popstate", () => {
  if (location.search !== shown) location.reload(); // and nothing for a link within the page
});
