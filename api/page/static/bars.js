// Bars over time become links when the pointer comes near: those of their table, which is a page of its own.

async function link(plot) {
  const response = await fetch(plot.closest(".timeline").querySelector("a.table").href);
  if (!response.ok) throw new Error(response.statusText);
  const table = new DOMParser().parseFromString(await response.text(), "text/html");
  const links = document.createElement("div");
  links.className = "stretches";
  links.ariaHidden = "true"; // who does not see the bars has the table
  links.append(...Array.from({ length: plot.dataset.bars }, () => document.createElement("i")));
  for (const row of table.querySelectorAll("[data-bar]")) {
    const bar = document.createElement("a");
    const told = [...row.closest("tr").querySelectorAll("[data-told]")];
    bar.href = row.href;
    bar.title = `${row.textContent}: ${told.map((count) => count.textContent.trim()).join(" of ")}`;
    bar.tabIndex = -1;
    links.children[row.dataset.bar].replaceWith(bar);
  }
  plot.append(links);
}

function linked(plot) {
  plot.linked ??= link(plot).catch(() => delete plot.linked); // and is asked for again
  return plot.linked;
}

document.addEventListener("pointerover", (event) => {
  const plot = event.target.closest(".plot");
  if (plot) linked(plot);
});
document.addEventListener("click", async ({ target, clientX, clientY }) => {
  const plot = target.closest(".plot");
  if (!plot || target.closest("a")) return;
  await linked(plot); // a finger comes near and touches at once
  document.elementFromPoint(clientX, clientY)?.closest(".stretches a")?.click();
});
