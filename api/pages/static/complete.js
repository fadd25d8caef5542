// Boxes that complete what is typed, also after a comma: a box names in data-complete where its choices come from.

const choices = new Map(); // address → promise of names

function names(address) {
  if (!choices.has(address)) {
    const asked = fetch(address + "?limit=1000").then((response) => response.json());
    choices.set(address, asked.then((answer) => answer.data.map((row) => row.label).sort()));
    choices.get(address).catch(() => choices.delete(address)); // and the box remains a box
  }
  return choices.get(address);
}

async function offer(box) {
  const before = box.value.slice(0, box.value.lastIndexOf(",") + 1);
  const found = await names(box.dataset.complete).catch(() => []);
  const written = found.map((name) => (name.includes(",") ? `"${name}"` : name));
  box.list.replaceChildren(...written.map((name) => new Option("", before ? `${before} ${name}` : name)));
}

for (const box of document.querySelectorAll("[data-complete]")) {
  const list = document.createElement("datalist");
  list.id = `choices-${box.id}`;
  box.after(list);
  box.setAttribute("list", list.id);
  let before = null;
  const renew = () => {
    const now = box.value.lastIndexOf(",");
    if (now !== before) offer(box);
    before = now;
  };
  box.addEventListener("focus", renew);
  box.addEventListener("input", renew);
}
