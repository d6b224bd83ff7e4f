import type { Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { type Code, longTextCode, objectCode, type Property, textCode } from "./code.ts";

const COLOR = "#9138FE";

/** The code of the notes by the module that they stand beside; of none when one of them says more than text. */
export function notesByModule({ metadata, find }: Scenario): ReadonlyMap<number, Code> {
  const notes = new Map<number, Code>();
  for (const note of Array.isArray(metadata.notes) ? (metadata.notes as unknown[]) : []) {
    const read = readNote(note);
    if (read === undefined || find(read.id) === undefined || notes.has(read.id)) return new Map();
    notes.set(read.id, read.code);
  }
  return notes;
}

function readNote(note: unknown): { readonly id: number; readonly code: Code } | undefined {
  if (!isObject(note) || !Array.isArray(note.moduleIds) || note.moduleIds.length !== 1) return undefined;
  const { content, isFilterNote, metadata } = note;
  const [id] = note.moduleIds as unknown[];
  const text = typeof content === "string" ? noteText(content) : undefined;
  const color = isObject(metadata) ? metadata.color : undefined;
  if (typeof id !== "number" || text === undefined) return undefined;
  const further: Property[] = [
    ...(typeof color === "string" && color !== COLOR && color.startsWith("#")
      ? [{ name: "color", value: textCode(color) }]
      : []),
    ...(isFilterNote === true ? [{ name: "onFilter", value: "true" }] : []),
  ];
  const code = longTextCode(text);
  return { id, code: further.length === 0 ? code : objectCode([{ name: "text", value: code }, ...further]) };
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** The text of a note's HTML, where it is nothing but paragraphs. */
function noteText(html: string): string | undefined {
  if (!/^(?:<p>[^<>]*<\/p>)+$/u.test(html)) return undefined;
  return html
    .slice(3, -4)
    .split("</p><p>")
    .map((line) => line.replaceAll(/&(?:amp|lt|gt|quot);/gu, (entity) => ENTITIES[entity] ?? entity))
    .join("\n");
}
