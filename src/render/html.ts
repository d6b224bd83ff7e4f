// A scenario as a page of its own: the picture, to be moved, searched and asked. One file that loads nothing; its
// policy lets no other script run than the one that it was written with.

import type { Scenario } from "../model/scenario.ts";
import { CHANGE_KINDS, type DrawnChange } from "./change-marks.ts";
import { findingMarks, type MarkedFinding } from "./finding-marks.ts";
import { escapeXml } from "./harmless.ts";
import { PAGE_SCRIPT } from "./html-script.ts";
import { detailsOf } from "./module-details.ts";
import { type Cover, pictureOf } from "./picture.ts";
import { formatSvg } from "./svg.ts";
import { SEVERITY_COLORS } from "./svg-module.ts";
import { COLORS, type Theme } from "./svg-theme.ts";

export interface HtmlOptions {
  readonly theme?: Theme;
  readonly findings?: readonly MarkedFinding[];
  readonly cover?: Cover;
  /** What is different, where the scenario is two states in one. */
  readonly change?: DrawnChange;
}

/** The page of a scenario. */
export function formatHtml(
  scenario: Scenario,
  { theme = "auto", findings = [], cover = (text) => text, change }: HtmlOptions = {},
): string {
  const picture = pictureOf(scenario, cover);
  const title = escapeXml(picture.title);
  const marked = { theme, findings: findingMarks(scenario, findings), cover };
  const svg = formatSvg(scenario, change ? { ...marked, change } : marked);
  const details = detailsOf(picture, findings, cover, change);
  const isMarked = details.some((module) => module.change !== undefined || module.findings.length > 0);
  const next = change ? "Next change" : "Next finding";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-page'">
<title>${title}</title>
<style>${styleOf(theme)}</style>
</head>
<body>
<header>
<input type="search" placeholder="Search modules ( / )" aria-label="Search modules">
<output></output>
<button data-action="out" title="Smaller (-)" aria-label="Smaller">−</button>
<button data-action="in" title="Larger (+)" aria-label="Larger">+</button>
<button data-action="fit" title="Fit (f)">Fit</button>
${isMarked ? `<button data-action="next" title="${next} (n)">${next}</button>\n` : ""}</header>
<main>
${svg}</main>
<aside hidden aria-live="polite"></aside>
<script type="application/json" id="details">${dataText(details)}</script>
<script nonce="page">${PAGE_SCRIPT}</script>
</body>
</html>
`;
}

/** JSON that no parser of HTML takes for markup. */
const dataText = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&]/gu, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);

/** The bubble of a module that somebody has chosen. */
const CHOSEN = [".module:focus", ".chosen"]
  .flatMap((module) => ["edge", "ghost", "off"].map((bubble) => `${module}>.${bubble},${module}>.back>.${bubble}`))
  .join(",");

function styleOf(theme: Theme): string {
  const fixed = `
*{box-sizing:border-box}
body{margin:0;height:100vh;overflow:clip;font:14px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
main,main>svg{display:block;width:100%;height:100%;overflow:clip}
main>svg{cursor:grab;touch-action:none;user-select:none}
.module{cursor:pointer}
.module:focus{outline:none}
${CHOSEN}{stroke-width:5}
.dim{opacity:.15}
header{position:fixed;top:12px;right:12px;left:12px;display:flex;flex-wrap:wrap;gap:6px;align-items:center;justify-content:flex-end;pointer-events:none;z-index:1}
header *{pointer-events:auto}
input,button{font:inherit;padding:5px 10px;border:1px solid;border-radius:8px}
button{cursor:pointer}
input{width:210px}
aside{position:fixed;top:60px;right:12px;bottom:12px;width:min(380px,calc(100vw - 24px));overflow:auto;padding:16px;border:1px solid;border-radius:12px;overflow-wrap:anywhere}
@media (max-width:640px){aside{top:auto;height:45vh}}
aside h2{margin:0 32px 4px 0;padding-left:10px;border-left:5px solid;font-size:17px}
aside h3{margin:16px 0 4px;font-size:13px}
aside p{margin:2px 0}
aside dl{margin:0}
aside dt{margin-top:8px;font-size:12px}
aside dd{margin:0;white-space:pre-wrap}
.close{position:absolute;top:12px;right:12px;padding:0 9px}
.finding,.aside-note{margin:8px 0!important;padding:8px 10px;border-radius:8px}
.finding{color:#fff}
.change{font-weight:600}
.lines{margin:4px 0 0;white-space:pre-wrap;font-family:inherit}
${Object.entries(SEVERITY_COLORS)
  .map(([severity, color]) => `.finding.${severity}{background:${color}}`)
  .join("\n")}`;
  if (theme !== "auto") return fixed + colorsOf(theme);
  return `${fixed}${colorsOf("light")}@media (prefers-color-scheme:dark){${colorsOf("dark")}}`;
}

function colorsOf(theme: "light" | "dark"): string {
  const { paper, text, muted, line, badge, note, noteText } = COLORS[theme];
  return [
    `:root{color-scheme:${theme}}`,
    `body{background:${paper};color:${text}}`,
    `input,button,aside{background:${badge};color:${text};border-color:${line}}`,
    `output,.faint,aside dt{color:${muted}}`,
    `.aside-note{background:${note};color:${noteText}}`,
    `${CHOSEN}{stroke:${text}}`,
    ...CHANGE_KINDS.map((kind) => `.is-${kind}{color:${COLORS[theme][kind]}}`),
  ].join("");
}
