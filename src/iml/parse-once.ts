import { type ParsedTemplate, parseTemplate } from "./parse.ts";

// Half of the mappings of a project stand in it more than once, and several rules read the same one.
const known = new Map<string, ParsedTemplate>();
let characters = 0;
const MOST_CHARACTERS = 200_000;

/** Parses a text, or finds it parsed. What is given is shared: nobody may change it. */
export function parseOnce(text: string): ParsedTemplate {
  let parsed = known.get(text);
  if (parsed === undefined) {
    parsed = parseTemplate(text);
    characters += text.length;
    if (characters > MOST_CHARACTERS) {
      known.clear();
      characters = text.length;
    }
    known.set(text, parsed);
  }
  return parsed;
}
