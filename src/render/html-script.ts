// What a page of a scenario does in the browser. It builds elements and sets their text; no text becomes markup.

export const PAGE_SCRIPT = `"use strict";
const modules = JSON.parse(document.getElementById("details").textContent);
const svg = document.querySelector("svg.cyanotype");
const aside = document.querySelector("aside");
const search = document.querySelector("input");
const hits = document.querySelector("output");
const groups = [...svg.querySelectorAll("[data-module]")].sort((a, b) => a.dataset.module - b.dataset.module);
const whole = svg.viewBox.baseVal;
const size = { width: whole.width, height: whole.height };
// Without a scale until there is room to draw in: a frame may get its size later than its page.
let view = { x: 0, y: 0, scale: 0 };
const texts = modules.map(({ title, subtitle, id, type, when, notes, findings, change, fields }) =>
  [title, subtitle, id, type, when, notes, findings.map(({ message }) => message), change?.kind, fields].flat(2).join(" ").toLowerCase(),
);
let found = [];
let at = -1;
let chosen;

// A picture has no parts for those who do not see it; here each module is a button.
svg.setAttribute("role", "group");
svg.removeAttribute("width");
svg.removeAttribute("height");

function draw() {
  const { clientWidth, clientHeight } = svg;
  svg.setAttribute("viewBox", [view.x, view.y, clientWidth / view.scale, clientHeight / view.scale].join(" "));
}
function fit() {
  if (svg.clientWidth === 0 || svg.clientHeight === 0) return;
  const scale = Math.min(svg.clientWidth / size.width, svg.clientHeight / size.height, 1.25);
  view = {
    scale,
    x: (size.width - svg.clientWidth / scale) / 2,
    y: Math.min(0, (size.height - svg.clientHeight / scale) / 2),
  };
  draw();
}
function zoom(factor, px = svg.clientWidth / 2, py = svg.clientHeight / 2) {
  const scale = Math.min(4, Math.max(0.03, view.scale * factor));
  view = { scale, x: view.x + px / view.scale - px / scale, y: view.y + py / view.scale - py / scale };
  draw();
}
function pan(dx, dy) {
  view = { ...view, x: view.x + dx / view.scale, y: view.y + dy / view.scale };
  draw();
}
/** What the details leave to be seen: they stand on the right, or below where there is little room. */
function free() {
  const { clientWidth: width, clientHeight: height } = svg;
  if (aside.hidden) return { width, height };
  return aside.offsetLeft > 24 ? { width: aside.offsetLeft, height } : { width, height: aside.offsetTop };
}
function center(group) {
  const { e, f } = group.transform.baseVal.consolidate().matrix;
  const { width, height } = free();
  const scale = Math.max(view.scale, 0.7);
  view = { scale, x: e - width / scale / 2, y: f - height / scale / 2 };
  draw();
}

/** Moves the picture no further than a module needs to be seen. */
function reveal(group) {
  const box = group.getBoundingClientRect();
  const { width, height } = free();
  const away = (start, end, size) => (start < 0 ? start - 24 : end > size ? Math.min(end - size + 24, start) : 0);
  pan(away(box.left, box.right, width), away(box.top, box.bottom, height));
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
const kinds = { "+": "is-added", "-": "is-removed", "~": "is-changed" };
function changeParts({ kind, lines }) {
  const list = element("div", "lines");
  for (const { sign, text } of lines) list.append(element("div", kinds[sign], sign + " " + text));
  return [element("p", "change is-" + kind, kind[0].toUpperCase() + kind.slice(1)), list];
}
function show(index) {
  const module = modules[index];
  chosen = groups[index];
  groups.forEach((group, other) => group.classList.toggle("chosen", other === index));
  const close = element("button", "close", "×");
  close.setAttribute("aria-label", "Close");
  close.addEventListener("click", hide);
  const heading = element("h2", "", module.title);
  heading.style.borderColor = module.color;
  const parts = [close, heading];
  if (module.subtitle) parts.push(element("p", "", module.subtitle));
  parts.push(element("p", "faint", [module.type, module.id].filter(Boolean).join(" · ")));
  if (module.change) parts.push(...changeParts(module.change));
  if (module.when) parts.push(element("h3", "", "Runs when"), element("p", "", module.when));
  for (const { severity, message } of module.findings) parts.push(element("p", "finding " + severity, message));
  for (const note of module.notes) parts.push(element("p", "aside-note", note));
  if (module.fields.length > 0) {
    const list = element("dl");
    for (const [name, value] of module.fields) list.append(element("dt", "", name), element("dd", "", value));
    parts.push(element("h3", "", module.change?.kind === "removed" ? "Was given" : "Is given"), list);
  }
  aside.replaceChildren(...parts);
  aside.scrollTop = 0;
  aside.hidden = false;
  reveal(chosen);
}
function hide() {
  if (aside.contains(document.activeElement)) chosen?.focus();
  aside.hidden = true;
  for (const group of groups) group.classList.remove("chosen");
}

function look() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  found = [];
  groups.forEach((group, index) => {
    const isHit = words.every((word) => texts[index].includes(word));
    group.classList.toggle("dim", !isHit);
    if (isHit) found.push(index);
  });
  at = -1;
  hits.textContent = words.length === 0 ? "" : found.length === 1 ? "1 module" : found.length + " modules";
}
/** Shows one of a list, and says which. */
function goTo(list, position) {
  show(list[position]);
  center(groups[list[position]]);
  hits.textContent = position + 1 + " of " + list.length;
}
const stepped = (from, step, count) => (from < 0 && step < 0 ? count - 1 : (from + step + count) % count);
function next(step) {
  if (found.length === 0) return;
  at = stepped(at, step, found.length);
  goTo(found, at);
}
/** What has changed, or what the linter says something about. */
const marked = modules.flatMap(({ change, findings }, index) => (change || findings.length > 0 ? [index] : []));
let markedAt = -1;
function nextMarked(step) {
  if (marked.length === 0) return;
  markedAt = stepped(markedAt, step, marked.length);
  goTo(marked, markedAt);
}

function labelOf({ title, change, findings }) {
  const count = findings.length;
  return [title, change?.kind, count > 0 && (count === 1 ? "1 finding" : count + " findings")].filter(Boolean).join(", ");
}
groups.forEach((group, index) => {
  group.setAttribute("tabindex", "0");
  group.setAttribute("role", "button");
  group.setAttribute("aria-label", labelOf(modules[index]));
  group.addEventListener("focus", () => reveal(group));
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    show(index);
  });
});

let drag;
svg.addEventListener("pointerdown", (event) => {
  if (event.button !== 0) return;
  drag = { x: event.clientX, y: event.clientY, moved: 0, target: event.target.closest("[data-module]") };
  svg.setPointerCapture(event.pointerId);
});
svg.addEventListener("pointermove", (event) => {
  if (!drag) return;
  const [dx, dy] = [drag.x - event.clientX, drag.y - event.clientY];
  drag = { ...drag, x: event.clientX, y: event.clientY, moved: drag.moved + Math.abs(dx) + Math.abs(dy) };
  pan(dx, dy);
});
svg.addEventListener("pointerup", () => {
  if (drag && drag.moved < 5) {
    if (drag.target) show(groups.indexOf(drag.target));
    else hide();
  }
  drag = undefined;
});
svg.addEventListener("pointercancel", () => {
  drag = undefined;
});
svg.addEventListener(
  "wheel",
  (event) => {
    event.preventDefault();
    const box = svg.getBoundingClientRect();
    zoom(Math.exp(-event.deltaY / 400), event.clientX - box.left, event.clientY - box.top);
  },
  { passive: false },
);
search.addEventListener("input", look);
search.addEventListener("keydown", (event) => {
  if (event.key === "Enter") next(event.shiftKey ? -1 : 1);
});
const actions = { in: () => zoom(1.25), out: () => zoom(0.8), fit, next: () => nextMarked(1) };
for (const button of document.querySelectorAll("[data-action]"))
  button.addEventListener("click", () => actions[button.dataset.action]());
addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    search.value = "";
    look();
    hide();
    search.blur();
    return;
  }
  if (event.target === search) return;
  const keys = {
    "+": actions.in,
    "=": actions.in,
    "-": actions.out,
    f: fit,
    0: fit,
    n: actions.next,
    N: () => nextMarked(-1),
    "/": () => search.focus(),
    ArrowLeft: () => pan(-80, 0),
    ArrowRight: () => pan(80, 0),
    ArrowUp: () => pan(0, -80),
    ArrowDown: () => pan(0, 80),
  };
  const action = keys[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
addEventListener("resize", () => (view.scale === 0 ? fit() : draw()));
found = modules.map((_, index) => index);
fit();
`;
