// From statement to statement by one key, without a trace in the history. The keys can be turned off.

const statements = [...document.querySelectorAll("mark.statement[id]")].map((mark) => mark.id);
const hint = document.querySelector(".keys");
const STEPS = { j: 1, n: 1, k: -1, p: -1 };
let on = localStorage.getItem("keys") !== "off";

function step(by) {
  const now = statements.indexOf(location.hash.slice(1));
  const next = now < 0 ? (by > 0 ? 0 : statements.length - 1) : now + by;
  if (next in statements) location.replace("#" + statements[next]); // which also moves :target
}

addEventListener("keydown", (event) => {
  const by = STEPS[event.key];
  if (!on || !by || event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  step(by);
});

if (hint) {
  const told = document.createElement("span");
  const toggle = document.createElement("button");
  toggle.type = "button";
  toggle.className = "small";
  const tell = () => {
    told.innerHTML = on ? "<kbd>j</kbd> next statement, <kbd>k</kbd> the one before" : "Keys are off";
    toggle.textContent = on ? "Turn keys off" : "Turn keys on";
  };
  toggle.addEventListener("click", () => {
    on = !on;
    localStorage.setItem("keys", on ? "on" : "off");
    tell();
  });
  tell();
  hint.append(document.createElement("br"), told, " ", toggle);
}
