// A button beside what can be copied, and citations without leaving the results.

function copies(button, text) {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = label), 2000);
  });
}

function offer() {
  if (!navigator.clipboard) return; // only secure pages have it; a click on the text still takes all of it
  for (const text of document.querySelectorAll("[data-copy]:not([data-offered])")) {
    text.dataset.offered = "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "small copy";
    button.textContent = "Copy";
    copies(button, text.textContent);
    text.after(button);
  }
  for (const button of document.querySelectorAll("button[data-text][hidden]")) {
    button.hidden = false;
    copies(button, button.dataset.text);
  }
  for (const tools of document.querySelectorAll("[data-quote]:not([data-offered])")) {
    tools.dataset.offered = "";
    const texts = { "Copy quote": tools.dataset.quote, "Copy link": tools.querySelector("a").href };
    const buttons = Object.entries(texts).map(([label, text]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.textContent = label;
      button.setAttribute("aria-describedby", tools.closest("article").getAttribute("aria-labelledby"));
      copies(button, text);
      return button;
    });
    tools.querySelector("[data-cite]").after(...buttons);
  }
}

async function cite(link) {
  const response = await fetch(link.href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const citations = page.getElementById("cite");
  if (!response.ok || !citations) return location.assign(link.href);
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", "cite-heading");
  const form = document.createElement("form");
  const close = document.createElement("button");
  form.method = "dialog";
  close.className = "small";
  close.textContent = "Close";
  form.append(close);
  dialog.append(document.importNode(citations, true), form);
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  offer();
  dialog.showModal();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-cite]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  cite(link).catch(() => location.assign(link.href));
});
document.addEventListener("found", offer);
offer();
