// A scenario as a flowchart of Mermaid, which GitHub draws in Markdown.

import type { Flow, Module, Scenario } from "../model/scenario.ts";
import { CHANGE_SIGNS, type DrawnChange, type Ends, edgeChange, legendOf } from "./change-marks.ts";
import { type Entry, foldFlows, foldNothing } from "./fold-flows.ts";
import { harmless } from "./harmless.ts";
import { type Card, type Cover, type Gate, type Picture, pictureOf } from "./picture.ts";

export interface MermaidOptions {
  readonly cover?: Cover;
  /** What is different, where the scenario is two states in one. */
  readonly change?: DrawnChange;
}

/** Colours that are read on light and on dark pages. */
const CLASSES = {
  app: "fill:#e8eefb,stroke:#5b7bc0,color:#14213d",
  start: "fill:#d7f0df,stroke:#2f8f55,color:#0d3320",
  control: "fill:#eef2d8,stroke:#7d8f2f,color:#2c330d",
  review: "fill:#fde7c7,stroke:#c47f17,color:#4a2c05",
  failure: "fill:#fff,stroke:#c4320a,color:#5c1a05,stroke-dasharray:5 5",
  off: "fill:#e4e7ec,stroke:#98a2b3,color:#475467",
  same: "fill:#f6f8fa,stroke:#8c959f,color:#424a53",
  added: "fill:#dafbe1,stroke:#1a7f37,stroke-width:3px,color:#0a3d1a",
  removed: "fill:#ffebe9,stroke:#cf222e,stroke-width:3px,stroke-dasharray:6 4,color:#6e0a16",
  changed: "fill:#fff8c5,stroke:#9a6700,stroke-width:3px,color:#3d2a00",
  moved: "fill:#ddf4ff,stroke:#0969da,stroke-width:3px,color:#0a3069",
} as const;
type ClassName = keyof typeof CLASSES;

const LINKS = { added: "stroke:#1a7f37,stroke-width:3px", removed: "stroke:#cf222e,stroke-dasharray:6 4" } as const;

/** Longer words make boxes that nobody reads. */
const LONGEST = 90;

/** The flowchart of a scenario, without a fence around it. */
export function formatMermaid(scenario: Scenario, { cover, change }: MermaidOptions = {}): string {
  const picture = pictureOf(scenario, cover);
  const fold = change ? foldFlows(scenario, change) : foldNothing;
  const ids = new Map(scenario.modules.map((module, index) => [module, `m${index}`]));
  const idOf = (module: Module): string => ids.get(module) ?? "";
  const lines: string[] = [];
  const used = new Set<ClassName>();
  const links: Record<keyof typeof LINKS, number[]> = { added: [], removed: [] };
  let stubs = 0;
  let drawn = 0;

  for (const flow of scenario.flows) writeFlows(flow, "  ");
  if (scenario.orphans.length > 0) {
    lines.push(`  subgraph orphans["Not connected, never runs"]`);
    for (const flow of scenario.orphans) writeFlows(flow, "    ");
    lines.push("  end");
  }
  const classes = [...used].map((name) => `  classDef ${name} ${CLASSES[name]}`);
  const styles = (["added", "removed"] as const)
    .filter((kind) => links[kind].length > 0)
    .map((kind) => `  linkStyle ${links[kind].join(",")} ${LINKS[kind]}`);
  const words = change ? `${cut(picture.title)} (${legendOf(change) || "no module is different"})` : cut(picture.title);
  const title = `---\ntitle: ${JSON.stringify(words.replace(/[<>&]/gu, " "))}\n---`;
  return `${[title, "flowchart LR", ...lines, ...classes, ...styles].join("\n")}\n`;

  /** A flow and what leaves it, without going deeper into the stack. */
  function writeFlows(start: Flow, indent: string): void {
    const waiting = [start];
    for (let flow = waiting.pop(); flow !== undefined; flow = waiting.pop()) {
      const inner: Flow[] = [];
      const entries = fold(flow);
      for (const [index, entry] of entries.entries()) {
        const { first, modules, isFolded } = entry;
        for (const module of modules) ids.set(module, idOf(first));
        lines.push(`${indent}${isFolded ? foldNode(entry) : node(first)}`);
        const before = entries[index - 1];
        if (before && (before.isFolded || before.last.branches.length + before.last.routes.length === 0)) {
          const words = arrow("-->", picture.gateBefore(first)?.label);
          link(`${indent}${idOf(before.last)} ${words} ${idOf(first)}`, { flow, from: before.last, to: first });
        }
        if (isFolded) continue;
        const { routes, branches, tools, handler } = first;
        inner.push(...routes, ...branches, ...tools, ...(handler ? [handler] : []));
      }
      if (flow.owner) writeLead(flow, flow.owner, indent);
      waiting.push(...inner.reverse());
    }
  }

  /** The line to a flow, and the one back from a branch. */
  function writeLead(flow: Flow, owner: Module, indent: string): void {
    const [first] = flow.modules;
    const start = first ? idOf(first) : `s${stubs++}`;
    if (first === undefined) lines.push(`${indent}${start}(( ))`);
    const gate = first ? picture.gateBefore(first) : picture.gateOf(flow);
    link(`${indent}${idOf(owner)} ${leadArrow(flow, gate)} ${start}`, { flow, from: owner, to: first });
    const next =
      flow.kind === "branch" && flow.source?.merge === true ? owner.flow.modules[owner.position + 1] : undefined;
    const last = flow.modules.at(-1);
    const isSplit = last !== undefined && last.branches.length + last.routes.length > 0;
    if (next && (!isSplit || fold(flow).at(-1)?.isFolded))
      link(`${indent}${last ? idOf(last) : start} --> ${idOf(next)}`, { flow, from: last ?? owner, to: next });
  }

  /** Mermaid counts its links, and styles them by their number. */
  function link(line: string, ends: Ends): void {
    lines.push(line);
    const kind = change && edgeChange(ends, change.marks);
    if (kind) links[kind].push(drawn);
    drawn++;
  }

  function foldNode({ first, count }: Entry): string {
    used.add("same");
    return `${idOf(first)}("… ${count} modules"):::same`;
  }

  function node(module: Module): string {
    const card = picture.cardOf(module);
    const kind = change?.marks.get(module.pointer)?.kind;
    const name = change ? (kind ?? "same") : classOf(module, card, picture);
    used.add(name);
    const sign = kind === undefined ? "" : `#${CHANGE_SIGNS[kind].charCodeAt(0)}; `;
    const person = card.isReview ? "👤 " : "";
    const words = [
      `${sign}${person}${escapeLabel(card.title)}`,
      ...(card.subtitle ? [escapeLabel(card.subtitle)] : []),
    ];
    const label = `"${words.join("<br/>")}"`;
    const [open, close] = shapeOf(card);
    return `${idOf(module)}${open}${label}${close}:::${name}`;
  }
}

function leadArrow({ kind }: Flow, gate: Gate | undefined): string {
  if (kind === "handler") return arrow("-.->", gate ? `on error, if ${gate.label}` : "on error");
  if (kind === "tool") return arrow("-.->", gate?.label);
  if (gate === undefined) return arrow("-->", kind === "route" ? "always" : undefined);
  return arrow("-->", gate.isElse && gate.label !== "else" ? `else, if ${gate.label}` : gate.label);
}

const arrow = (line: string, label: string | undefined): string =>
  label === undefined || label === "" ? line : `${line}|"${escapeLabel(label)}"|`;

function classOf({ flow }: Module, card: Card, { isOff, isError }: Picture): ClassName {
  if (isOff(flow)) return "off";
  if (isError(flow)) return "failure";
  if (card.isReview) return "review";
  if (card.starts) return "start";
  return card.kind === "router" || card.kind === "if-else" || card.kind === "merge" ? "control" : "app";
}

function shapeOf({ kind, starts }: Card): readonly [open: string, close: string] {
  if (kind === "router" || kind === "if-else") return ["{", "}"];
  if (kind === "directive" || kind === "merge" || starts) return ["([", "])"];
  return ["(", ")"];
}

function cut(text: string): string {
  const letters = [...harmless(text).slice(0, 2 * LONGEST)];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join("")}…` : letters.join("");
}

/**
 * Words inside of quotes. All that could end them, or that Mermaid reads as HTML, Markdown, a formula, a comment or a list,
 * is written by its number.
 */
const escapeLabel = (text: string): string =>
  cut(text)
    .replace(/["#&<>`%{}[\]()|;\\*_~^$]/gu, (character) => `#${character.charCodeAt(0)};`)
    .replace(/^(\d+)([.)])/u, (_, digits: string, mark: string) => `${digits}#${mark.charCodeAt(0)};`)
    .replace(/^[-+.=]/u, (character) => `#${character.charCodeAt(0)};`);
