// The file that declares the learnt modules of one app.

import { LEARNT_MARK } from "../catalog/learnt-mark.ts";
import { app, type ModuleDeclaration, observed } from "../catalog/module.ts";
import { hardLine, printDocument } from "../util/document.ts";
import { type Code, callCode, objectCode, type Property, textCode } from "./code.ts";
import { callsCode, moduleCalls, outputCalls, runCalls } from "./learnt-field.ts";
import type { LearntKind, ModuleDescription } from "./learnt-module.ts";
import { camelCase, createIdentifiers, readableModule } from "./names.ts";

const WIDTH = 120;

/** Which method of an app declares a module of that kind. */
const METHODS = {
  "polling trigger": "pollingTrigger",
  "instant trigger": "instantTrigger",
  action: "action",
  search: "search",
  aggregator: "aggregator",
} as const satisfies Readonly<Record<LearntKind, string>>;

const SUMMARY = "Learnt from an export.";

/** A module with all that both its declaration and its code are made of. */
interface Planned {
  readonly name: string;
  readonly id: string;
  readonly description: ModuleDescription;
  readonly calls: ReturnType<typeof moduleCalls>;
  readonly output: ReturnType<typeof outputCalls>;
}

/** The modules of an app and the code that declares them. `descriptions` come sorted. */
export function declareApp(
  slug: string,
  appName: string,
  descriptions: readonly ModuleDescription[],
): { readonly code: string; readonly modules: readonly { name: string; declaration: ModuleDeclaration }[] } {
  const identifiers = createIdentifiers(["app", "field", "observed"]);
  const owners = new Map<string, string>();
  const planned = descriptions.map((description): Planned => {
    const newest = descriptions.every(
      ({ module, version }) => module !== description.module || version <= description.version,
    );
    const id = description.module.slice(slug.length + 1);
    const label = readableModule(description.module);
    // `ActionWatchEmails` and `TriggerWatchEmails` read alike.
    const words = (owners.get(camelCase(label)) ?? id) === id ? label : id;
    owners.set(camelCase(words), id);
    return {
      name: identifiers.take(newest ? words : `${words} v${description.version}`, "Module"),
      id,
      description,
      calls: moduleCalls(description.parameters, description.mapper ?? new Map()),
      output: outputCalls(description.output ?? new Map()),
    };
  });
  const versions = [...new Set(descriptions.map(({ version }) => version))].sort((a, b) => b - a);
  const parts: Code[] = [];
  const modules: { name: string; declaration: ModuleDeclaration }[] = [];
  let usesFields = false;
  for (const version of versions) {
    const spec = { slug, name: appName, version };
    const variable = identifiers.take(versions.length > 1 ? `${slug} v${version}` : slug, "App");
    parts.push([`const ${variable} = `, callCode("app", [objectCode(properties({ ...spec }))]), ";"]);
    const declareIn = app(spec);
    for (const plan of planned.filter(({ description }) => description.version === version)) {
      const { name, id, description, calls, output } = plan;
      const label = readableModule(description.module);
      const hasMapper = description.mapper !== null;
      usesFields ||= calls.parameters.size + calls.mapper.size + output.size > 0;
      const { declaration } = declareIn[METHODS[description.kind]](id, {
        label,
        summary: SUMMARY,
        parameters: runCalls(calls.parameters),
        mapper: hasMapper ? runCalls(calls.mapper) : null,
        output: runCalls(output),
        evidence: observed(description.exports),
      });
      modules.push({ name, declaration });
      const fields: Property[] = [
        { name: "label", value: textCode(label) },
        { name: "summary", value: textCode(SUMMARY) },
      ];
      if (calls.parameters.size > 0) fields.push({ name: "parameters", value: callsCode(calls.parameters) });
      if (!hasMapper) fields.push({ name: "mapper", value: "null" });
      else if (calls.mapper.size > 0) fields.push({ name: "mapper", value: callsCode(calls.mapper) });
      if (output.size > 0) fields.push({ name: "output", value: callsCode(output) });
      fields.push({ name: "evidence", value: `observed(${description.exports})` });
      const declared = callCode(`${variable}.${METHODS[description.kind]}`, [textCode(id), objectCode(fields, true)]);
      parts.push([`export const ${name} = `, declared, ";"]);
    }
  }
  const imports = `import { app, ${usesFields ? "field, " : ""}observed } from "cyanotype";`;
  const lines = [LEARNT_MARK, imports, ...parts].flatMap((part): Code[] => [part, hardLine, hardLine]);
  return { code: printDocument(lines.slice(0, -1), WIDTH), modules };
}

const properties = (values: Readonly<Record<string, string | number>>): Property[] =>
  Object.entries(values).map(([name, value]) => ({
    name,
    value: typeof value === "string" ? textCode(value) : String(value),
  }));
