// A button beside what can be copied; citations, and the sentences around a statement, without leaving the results.

const plain = "text/plain";
const page = async (address) => new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html");

// `text` is told at once or soon: browsers copy only what they are told of while a click lasts.
function copies(button, text) {
  const label = button.textContent;
  const say = (told) => {
    button.textContent = told;
    setTimeout(() => (button.textContent = label), 2000);
  };
  button.addEventListener("click", () => {
    const told = Promise.resolve(text()).then((words) => new Blob([words], { type: plain }));
    navigator.clipboard.write([new ClipboardItem({ [plain]: told })]).then(() => say("Copied"), () => say("Not copied"));
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
    copies(button, () => text.textContent);
    text.after(button);
  }
  for (const button of document.querySelectorAll("button[data-text][hidden]")) {
    button.hidden = false;
    copies(button, () => button.dataset.text);
  }
  for (const tools of document.querySelectorAll(".tools:not([data-offered])")) {
    tools.dataset.offered = "";
    const address = tools.querySelector("a").href;
    const title = tools.closest("article").getAttribute("aria-labelledby");
    const quote = async () => (await page(address)).querySelector("[data-quote]").dataset.quote;
    const texts = { "Copy quote": quote, "Copy link": () => address };
    const buttons = Object.entries(texts).map(([label, text]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "plain";
      button.textContent = label;
      button.setAttribute("aria-describedby", title);
      copies(button, text);
      return button;
    });
    tools.querySelector("[data-cite]").after(...buttons);
  }
}

function surround() {
  for (const tools of document.querySelectorAll(".tools:not(:has(.context))")) {
    const title = tools.closest("article").getAttribute("aria-labelledby");
    tools.insertBefore(context(tools.querySelector("a").href, title), tools.querySelector(".carried"));
  }
}

function context(address, title) {
  const fold = document.createElement("details");
  const summary = document.createElement("summary");
  fold.className = "context";
  summary.textContent = "In context";
  summary.setAttribute("aria-describedby", title);
  fold.append(summary);
  const unfold = async () => {
    const sentences = [...(await page(address)).querySelectorAll("[data-around]")];
    fold.append(...(sentences.length ? sentences.map(labelled) : ["Nothing stands around it."]));
  };
  fold.addEventListener("toggle", () => unfold().catch(() => location.assign(address)), { once: true });
  return fold;
}

function labelled(sentence) {
  const line = document.createElement("p");
  const where = document.createElement("span");
  const words = document.createElement("bdi");
  where.className = "quiet";
  where.textContent = sentence.dataset.around + ":";
  words.textContent = sentence.textContent;
  line.append(where, " ", words);
  return line;
}

async function cite(link) {
  const citations = (await page(link.href)).getElementById("cite");
  if (!citations) return location.assign(link.href);
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
for (const show of [surround, offer]) {
  document.addEventListener("found", show);
  show();
}
