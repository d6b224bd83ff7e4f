import type { Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { type Change, change } from "./change.ts";
import type { Comparison } from "./compare-values.ts";
import { type ModuleWord, replaceModules } from "./references.ts";

interface Note {
  /** What it says, the same on both sides, and as a reader takes it: a note may quote mappings. */
  readonly said: string;
  readonly text: string;
  /** The modules that it is about, the same on both sides. */
  readonly about: string;
  readonly shown: string;
}

/** Sticky notes: new ones, lost ones, and those that say something else about the same modules. */
export function compareNotes(before: Scenario, after: Scenario, { words }: Comparison): readonly Change[] {
  const was = notesOf(before, words.before.same, words.before.shown);
  const is = notesOf(after, words.after.same, words.after.shown);
  const changes: Change[] = [];
  take(({ about, said }) => `${about}\n${said}`);
  // The same words about other modules, then other words about the same.
  take(
    ({ said }) => said,
    ({ shown }, other) => change("note", "note", shown, other.shown),
  );
  take(
    ({ about }) => about,
    ({ text, shown }, other) => change("note", labelOf(shown), text, other.text, true),
  );
  for (const { text, shown } of was) changes.push(change("note", labelOf(shown), text, undefined, true));
  for (const { text, shown } of is) changes.push(change("note", labelOf(shown), undefined, text, true));
  return changes;

  /** Takes out those with the same key, and tells what differs in them. */
  function take(keyOf: (note: Note) => string, tell?: (note: Note, other: Note) => Change): void {
    const byKey = new Map<string, Note[]>();
    for (const note of is) {
      const alike = byKey.get(keyOf(note));
      if (alike) alike.push(note);
      else byKey.set(keyOf(note), [note]);
    }
    for (const note of [...was]) {
      const other = byKey.get(keyOf(note))?.shift();
      if (other === undefined) continue;
      was.delete(note);
      is.delete(other);
      if (tell) changes.push(tell(note, other));
    }
  }
}

const labelOf = (shown: string): string => (shown === "" ? "note" : `note at ${shown}`);

function notesOf({ metadata }: Scenario, same: ModuleWord, word: ModuleWord): Set<Note> {
  const notes: unknown = metadata.notes;
  return new Set(
    (Array.isArray(notes) ? notes : []).filter(isObject).map(({ content, moduleIds }) => {
      const ids = (Array.isArray(moduleIds) ? moduleIds : []).filter((id) => typeof id === "number");
      return {
        said: replaceModules(plainText(content), same),
        text: replaceModules(plainText(content), word),
        about: ids.map(same).sort().join(),
        shown: ids.map((id) => `"${word(id)}"`).join(", "),
      };
    }),
  );
}

/** The words of a note, which is HTML. */
const plainText = (html: unknown): string =>
  (typeof html === "string" ? html : "")
    .replace(/<(?:br|\/p|\/li|\/h\d)[^<>]*>/giu, "\n")
    .replace(/<[^<>]*>/gu, "")
    .replace(/&(amp|lt|gt|quot|nbsp|#39);/gu, (entity, name: string) => ENTITIES[name] ?? entity)
    .trim();

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", "#39": "'" };
