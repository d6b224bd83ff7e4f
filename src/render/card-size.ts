// How much room the words of a picture take. All sizes are in pixels of the drawing.

import type { Flow, Module } from "../model/scenario.ts";
import type { CellSize, Measures, Size } from "./geometry.ts";
import type { Card, Gate, Picture } from "./picture.ts";
import { breakLines, type Lines, textWidth } from "./text-width.ts";

export const FONT = { heading: 20, title: 13, subtitle: 11, gate: 11, note: 11, letters: 19 } as const;
export const LINE = { title: 17, subtitle: 14, gate: 14, note: 14 } as const;

/** The width that words may take before they go on in the next line. */
const WORDS = 150;
const GATE_WORDS = 150;
/** From the middle of a module up to its note: above the words on the lines beside it. */
export const NOTE_FOOT = 68;
export const NOTE_PADDING = 8;

/** A module's words in lines. */
export interface CardText {
  readonly radius: number;
  readonly id: string;
  readonly title: Lines;
  readonly subtitle: Lines;
  readonly note: Lines | undefined;
}

/** The words of a picture in lines, and the room that they take. */
export interface MeasuredPicture extends Measures {
  readonly textOf: (module: Module) => CardText;
  readonly linesOf: (gate: Gate) => Lines;
}

/** Measures each text once. */
export function measure(picture: Picture): MeasuredPicture {
  const texts = new Map<Module, CardText>();
  const gates = new Map<Gate, Lines>();
  const before = new Map<Module, Size | undefined>();

  const textOf = (module: Module): CardText => {
    const text = texts.get(module) ?? cardText(picture.cardOf(module));
    texts.set(module, text);
    return text;
  };
  const linesOf = (gate: Gate): Lines => {
    const lines = gates.get(gate) ?? gateLines(gate);
    gates.set(gate, lines);
    return lines;
  };
  const sizeOf = (gate: Gate | undefined): Size | undefined => {
    if (gate === undefined) return undefined;
    const { lines, width } = linesOf(gate);
    return { width: Math.max(width, 28), height: lines.length * LINE.gate };
  };
  return {
    textOf,
    linesOf,
    cell: (module) => cellSize(textOf(module)),
    gateBefore(module) {
      if (!before.has(module)) before.set(module, sizeOf(picture.gateBefore(module)));
      return before.get(module);
    },
    gateOf: (flow: Flow) => sizeOf(picture.gateOf(flow)),
  };
}

const gateLines = (gate: Gate): Lines =>
  breakLines(shownLabel(gate), { size: FONT.gate, width: GATE_WORDS, most: 3, isBold: gate.isElse });

/** A fallback route says so, also where a filter stands on it. */
const shownLabel = ({ label, isElse }: Gate): string => (isElse && label !== "else" ? `else, if ${label}` : label);

function cardText({ id, title, subtitle, kind, notes }: Card): CardText {
  return {
    id,
    radius: kind === "directive" ? 24 : kind === "router" || kind === "if-else" || kind === "merge" ? 30 : 36,
    title: breakLines(title, { size: FONT.title, width: WORDS, most: 3, isBold: true }),
    subtitle: breakLines(subtitle, { size: FONT.subtitle, width: WORDS, most: 2 }),
    note:
      notes.length === 0
        ? undefined
        : breakLines(notes.join(" · "), { size: FONT.note, width: WORDS - 2 * NOTE_PADDING, most: 4 }),
  };
}

function cellSize({ radius, id, title, subtitle, note }: CardText): CellSize {
  const noteWidth = note ? note.width / 2 + NOTE_PADDING : 0;
  return {
    radius,
    half: Math.max(radius + 14, idStart(radius) + idWidth(id) + 4, title.width / 2, subtitle.width / 2, noteWidth),
    above: note ? NOTE_FOOT + note.lines.length * LINE.note + 2 * NOTE_PADDING : radius + 14,
    below: radius + 10 + title.lines.length * LINE.title + subtitle.lines.length * LINE.subtitle + 4,
  };
}

/** The heading in lines, in at least this width. */
export const headingLines = (title: string, width: number): Lines =>
  breakLines(title, { size: FONT.heading, width: Math.max(width, 480), most: 2, isBold: true });

/** The width of the pill with a module's number. */
export const idWidth = (id: string): number => Math.max(18, textWidth(id, 10) + 10);

/** Where the pill begins, from the module's middle. */
export const idStart = (radius: number): number => 0.72 * radius - 8;

export const smallWidth = (text: string): number => textWidth(text, FONT.subtitle);
