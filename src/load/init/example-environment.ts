import { isMap, isScalar, parseDocument } from "yaml";

/** What makes an editor check an environment file. */
export const ENVIRONMENT_SCHEMA =
  "# yaml-language-server: $schema=../../node_modules/cyanotype/schemas/environment.schema.json\n";

const INTRODUCTION = `${ENVIRONMENT_SCHEMA}
# What differs between accounts of Make. The scenarios compile as they are; before you import them, put your own values
# in the places that are marked as examples. Make asks for what is to be chosen on import.

`;

/** An environment of the symbols that a scenario names, from one that has all of them: their values are examples. */
export function exampleEnvironment(pattern: string, source: string): string {
  const document = parseDocument(pattern.replace(/^# yaml-language-server:.*\n+/u, ""));
  if (!isMap(document.contents)) return INTRODUCTION;
  for (const section of [...document.contents.items]) {
    if (!isMap(section.value)) continue;
    section.value.items = section.value.items.filter(({ key }) => source.includes(`"${String(key)}"`));
    // Groups lose members, so their headings would lie.
    section.value.commentBefore = null;
    for (const { key, value } of section.value.items) {
      if (isScalar(key)) key.commentBefore = null;
      const isExample = isMap(value) ? value.has("url") : String(section.key) === "values";
      if (isExample && (isMap(value) || isScalar(value))) value.comment = " an example";
    }
    if (section.value.items.length === 0) document.delete(section.key);
  }
  return `${INTRODUCTION}${document.toString({ lineWidth: 0 }).trimStart()}`;
}
