// A module: a round bubble in its app's colour, its words below, and marks at its rim.

import type { Severity } from "../diagnostics/diagnostic.ts";
import type { Module } from "../model/scenario.ts";
import { type CardText, FONT, idStart, idWidth, LINE, NOTE_FOOT, NOTE_PADDING } from "./card-size.ts";
import { CHANGE_SIGNS, type ChangeKind, type ChangeMark } from "./change-marks.ts";
import type { Point } from "./geometry.ts";
import { BOLT, CLOCK, DIRECTIVE_GLYPHS, KIND_GLYPHS, PERSON } from "./glyphs.ts";
import { escapeXml } from "./harmless.ts";
import type { Card } from "./picture.ts";
import { number, textLines } from "./svg-text.ts";

/** What the linter says about a module. */
export interface FindingMark {
  /** The worst of them. */
  readonly severity: Severity;
  readonly count: number;
  /** The first message of the worst. */
  readonly message: string;
}

export interface ModuleLook {
  /** Its place in reading order, from 0: pages find it by this. */
  readonly order: number;
  readonly card: Card;
  readonly text: CardText;
  readonly isOff: boolean;
  readonly isError: boolean;
  readonly finding: FindingMark | undefined;
  /** What has become of it; `same` in a picture of a change that it has no part in. */
  readonly change: ChangeMark | "same" | undefined;
}

/** White letters and numbers are read on each. */
export const SEVERITY_COLORS: Readonly<Record<Severity, string>> = {
  error: "#c01c1c",
  warning: "#a15c07",
  info: "#1d5fc4",
};

/** Draws a module with its middle at a point. */
export function drawModule(module: Module, at: Point, look: ModuleLook): string {
  const { card, text, isOff, isError, finding } = look;
  const change = look.change === "same" ? undefined : look.change;
  const { radius, title, subtitle } = text;
  const titleTop = radius + 10 + FONT.title - 1;
  const parts = [
    `<title>${escapeXml(tooltip(card, change))}</title>`,
    ...(change ? [`<circle class="halo ${change.kind}" r="${radius + 6}"/>`] : []),
    drawBubble(look),
    ...(card.starts || isFirst(module) ? [drawStart(radius, card.starts)] : []),
    ...(card.isReview
      ? [mark(-0.72 * radius, 0.72 * radius, `<path class="text" d="${PERSON}"/>`, "People answer")]
      : []),
    ...(card.id === "" ? [] : [drawId(card.id, radius)]),
    ...(finding ? [drawFinding(finding, radius)] : []),
    ...(change ? [drawSign(change.kind, radius)] : []),
    textLines(title.lines, {
      x: 0,
      y: titleTop,
      step: LINE.title,
      size: FONT.title,
      className: `${isOff || look.change === "same" ? "muted" : "text"} bold mid${change?.kind === "removed" ? " struck" : ""}`,
    }),
    textLines(subtitle.lines, {
      x: 0,
      y: titleTop + title.lines.length * LINE.title - 2,
      step: LINE.subtitle,
      size: FONT.subtitle,
      className: "muted mid",
    }),
    ...(text.note ? [drawNote(text.note.lines, text.note.width, card)] : []),
  ];
  const className = `module${isOff ? " is-off" : ""}${isError ? " is-error" : ""}`;
  return `<g class="${className}" data-module="${look.order}" transform="translate(${number(at.x)} ${number(at.y)})">${parts.join("")}</g>`;
}

const isFirst = ({ flow, position }: Module): boolean => flow.kind === "main" && position === 0;

/** So many differences are read in a tooltip. */
const MOST_LINES = 6;

function tooltip({ title, subtitle, id, notes }: Card, change: ChangeMark | undefined): string {
  const name = id === "" ? title : `${title} (${id})`;
  const lines = (change?.lines ?? []).map(({ sign, text }) => `${sign} ${text}`);
  return [
    change ? `${change.kind}: ${name}` : name,
    ...(subtitle ? [subtitle] : []),
    ...notes,
    ...lines.slice(0, MOST_LINES),
    ...(lines.length > MOST_LINES ? ["…"] : []),
  ].join(" · ");
}

/** Modules of error routes are transparent, those that never run are grey. */
function drawBubble({ card, text: { radius }, isOff, isError, change }: ModuleLook): string {
  const bubble = drawRound(card, radius, isOff, isError);
  const stepsBack = change === "same" || (typeof change === "object" && change.kind === "removed");
  return stepsBack ? `<g class="back">${bubble}</g>` : bubble;
}

function drawRound(card: Card, radius: number, isOff: boolean, isError: boolean): string {
  const inside = drawInside(card, isError && !isOff);
  if (isOff) return `<circle class="off" r="${radius}"/>${inside}`;
  if (!isError) return `<circle class="edge" r="${radius}" fill="${card.color}" stroke-width="3"/>${inside}`;
  return `<circle class="ghost" r="${radius}"/><circle class="fail" r="${radius - 1}"/>${inside}`;
}

/** Make's own parts have a drawing, apps have letters. */
function drawInside({ kind, directive, letters }: Card, isGhost: boolean): string {
  const path = directive === undefined ? kind && KIND_GLYPHS[kind] : DIRECTIVE_GLYPHS[directive];
  if (path !== undefined) return `<path class="${isGhost ? "sign" : "glyph"}" stroke-width="2.6" d="${path}"/>`;
  const size = letters.length > 3 ? FONT.letters - 4 : FONT.letters;
  return `<text class="${isGhost ? "text bold" : "letters"} mid" font-size="${size}" y="${size * 0.36}">${escapeXml(letters)}</text>`;
}

/** A lightning for what starts at once, a clock for what looks from time to time. */
function drawStart(radius: number, starts: Card["starts"]): string {
  const inside =
    starts === "instant"
      ? `<path class="text" d="${BOLT}"/>`
      : `<circle class="sign" r="6.4"/><path class="sign" d="${CLOCK}"/>`;
  return mark(-0.72 * radius, -0.72 * radius, inside, starts === "instant" ? "Starts at once" : "Starts the scenario");
}

const mark = (x: number, y: number, inside: string, title: string): string =>
  `<g transform="translate(${number(x)} ${number(y)})"><title>${title}</title><circle class="badge" r="11"/>${inside}</g>`;

/** The number that mappings name the module by. It grows to the right, clear of what is inside of the bubble. */
function drawId(id: string, radius: number): string {
  const width = idWidth(id);
  return (
    `<g transform="translate(${number(idStart(radius))} ${number(0.72 * radius)})"><rect class="badge" y="-8" width="${number(width)}" height="16" rx="8"/>` +
    `<text class="muted mid" font-size="10" x="${number(width / 2)}" y="3.6">${escapeXml(id)}</text></g>`
  );
}

const drawSign = (kind: ChangeKind, radius: number): string =>
  `<g transform="translate(${number(0.76 * radius)} ${number(-0.76 * radius)})">${signBadge(kind)}</g>`;

/** Colours alone say nothing to some. */
export const signBadge = (kind: ChangeKind): string =>
  `<circle class="edge in-${kind}" r="11" stroke-width="2"/><text class="on-sign bold mid" font-size="15" y="5">${CHANGE_SIGNS[kind]}</text>`;

function drawFinding({ severity, count, message }: FindingMark, radius: number): string {
  const words = count === 1 ? message : `${message} · and ${count - 1} more`;
  return (
    `<g transform="translate(${number(0.76 * radius)} ${number(-0.76 * radius)})"><title>${escapeXml(`${severity}: ${words}`)}</title>` +
    `<circle class="edge" r="11" fill="${SEVERITY_COLORS[severity]}" stroke-width="2"/><text class="letters mid" font-size="11" y="4">${count > 99 ? "99+" : count}</text></g>`
  );
}

function drawNote(lines: readonly string[], textWidth: number, { notes }: Card): string {
  const width = textWidth + 2 * NOTE_PADDING;
  const height = lines.length * LINE.note + 2 * NOTE_PADDING;
  const top = -NOTE_FOOT - height;
  const text = textLines(lines, {
    x: -width / 2 + NOTE_PADDING,
    y: top + NOTE_PADDING + FONT.note,
    step: LINE.note,
    size: FONT.note,
    className: "noted",
  });
  return `<g><title>${escapeXml(notes.join(" · "))}</title><rect class="note" x="${number(-width / 2)}" y="${number(top)}" width="${number(width)}" height="${height}" rx="5"/>${text}</g>`;
}
