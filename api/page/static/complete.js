// Boxes that complete what is typed, also after a comma: a box names in data-complete where its choices come from.

const MOST = 20;
const PAUSE = 150; // milliseconds without a key
const found = new Map(); // address → promise of names

function names(address) {
  if (!found.has(address)) {
    const asked = fetch(address).then((response) => (response.ok ? response.json() : { data: [] }));
    found.set(address, asked.then((answer) => answer.data.map((row) => row.label)));
    found.get(address).catch(() => found.delete(address)); // and the box remains a box
  }
  return found.get(address);
}

async function offer(box) {
  const comma = box.value.lastIndexOf(",") + 1;
  const before = box.value.slice(0, comma);
  const typed = box.value.slice(comma).trim();
  const asked = new URLSearchParams(typed ? { prefix: typed, limit: MOST } : { limit: MOST });
  const offered = await names(`${box.dataset.complete}?${asked}`).catch(() => []);
  if (box.value.slice(comma).trim() !== typed) return; // more was typed meanwhile, and asked for
  const values = offered.map((name) => (before ? before + " " : "") + (name.includes(",") ? `"${name}"` : name));
  box.list.replaceChildren(...values.map((value) => new Option(value === plain(value) ? "" : plain(value), value)));
}

// Browsers offer only what holds the typed letters as they are, in the value or in this text beside it.
function plain(name) {
  return name.normalize("NFKD").replace(/\p{M}/gu, "");
}

for (const box of document.querySelectorAll("[data-complete]")) {
  const list = document.createElement("datalist");
  list.id = `choices-${box.id}`;
  box.after(list);
  box.setAttribute("list", list.id);
  let timer;
  box.addEventListener("focus", () => offer(box));
  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(offer, PAUSE, box);
  });
}
