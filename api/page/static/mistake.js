// The cursor goes to the mistake in its box.

const place = document.querySelector(".place");
const box = place && document.getElementById(place.dataset.box);
if (box) {
  const points = [...box.value]; // the server counts code points, the box UTF-16
  const position = Number(place.dataset.position);
  const start = points.slice(0, position).join("").length;
  box.focus();
  box.setSelectionRange(start, start + (points[position] ?? "").length);
} else {
  document.querySelector("[aria-invalid]")?.focus();
}
