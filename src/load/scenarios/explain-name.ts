// Names that there are not, told in the words of the library: V8 says only that something is undefined, or no function.
// The translator calls an import `_apps.slack`, and calls an imported function by `_cyanotype.scenario.call(…)`.

import type { ModuleFunction } from "../../catalog/module.ts";
import type { Problem } from "../../diagnostics/diagnostic.ts";
import { FLOW_CALLS } from "../../dsl/check-call.ts";
import { isObject } from "../../util/is-object.ts";
import { nearest } from "../../util/nearest.ts";

/** What a file gets for its imports: by the module's name, what it exports. */
export type Library = Readonly<Record<string, unknown>>;

type Explained = Pick<Problem, "message" | "help">;

const APPS = "cyanotype/apps";
const FLOW = [...Object.keys(FLOW_CALLS), "end", "returnOutputs"];

/**
 * What an exception says about a name of the library, if it does. `text` is the author's file, empty when it is another
 * one that failed; `line` is the line that failed.
 */
export function explainName(message: string, text: string, line: string, library: Library): Explained | undefined {
  const [, missing] = /^([\w$]+) is not defined$/u.exec(message) ?? [];
  if (missing !== undefined) return undefinedName(missing, library);
  const [, module] = /^Cannot find (?:module|package) '([^']+)'/u.exec(message) ?? [];
  if (module !== undefined) return unknownModule(module, library);
  if (/_\w+\.default\b/u.test(message)) return defaultImport(text, library);
  const [, called] = /^([\w$.]+|\(0 ?, ?[\w$.]+\)) is not a function/u.exec(message) ?? [];
  if (called !== undefined) return unknownFunction(called.replace(/^\(0 ?, ?|\)$/gu, "").split("."), text, library);
  const [, read] = /^Cannot read properties of undefined \(reading '([\w$]+)'\)/u.exec(message) ?? [];
  return read === undefined ? undefined : unknownImport(read, text, line, library);
}

/** A name that is imported nowhere. */
function undefinedName(name: string, library: Library): Explained | undefined {
  const message = `\`${name}\` is not defined`;
  if (name === "flow") return { message, help: "Take it as the parameter of the function: (flow) => { … }" };
  const module = Object.keys(library).find((key) => namesOf(library[key]).includes(name));
  if (module !== undefined) return { message, help: `Add it to the import: import { …, ${name} } from "${module}"` };
  const [similar] = nearest(name, Object.values(library).flatMap(namesOf));
  return similar === undefined ? undefined : { message, help: `Did you mean \`${similar}\`?` };
}

function unknownModule(name: string, library: Library): Explained | undefined {
  const [similar] = nearest(name, Object.keys(library));
  return similar === undefined
    ? undefined
    : { message: `Cannot find module '${name}'`, help: `Did you mean \`${similar}\`?` };
}

function defaultImport(text: string, library: Library): Explained | undefined {
  const imports = [...text.matchAll(/\bimport\s+([\w$]+)\s+from\s*["']([^"']+)["']/gu)];
  const [, name, module] = imports.find(([, , from = ""]) => Object.hasOwn(library, from)) ?? [];
  if (module === undefined) return undefined;
  return { message: `\`${module}\` has no default export`, help: `Write import { ${name} } from "${module}"` };
}

/** `path` is what was called: `_apps.slack.createMesage`, `flow.triger`. */
function unknownFunction(path: readonly string[], text: string, library: Library): Explained | undefined {
  const [name = "", owner = "", holder = ""] = path.toReversed();
  if (owner === "flow") return unknownMember("flow", name, FLOW);
  const imported = text === "" || importsOf(text, library).some((found) => found.imported === owner);
  if ((holder.startsWith("_") && imported) || isNamespace(holder, text, library))
    return unknownIn(owner, name, library);
  if (!owner.startsWith("_")) return undefined;
  return importsOf(text, library).find(({ imported }) => imported === name)?.explained;
}

/** A function that an app, or a family such as `number`, has not. */
function unknownIn(owner: string, name: string, library: Library): Explained | undefined {
  const module = Object.keys(library).find((key) => namesOf(library[key]).includes(owner));
  if (module === undefined) return undefined;
  const app = (library[module] as Readonly<Record<string, unknown>>)[owner];
  const known = namesOf(app);
  if (known.includes(name)) return undefined;
  if (module !== APPS) return unknownMember(owner, name, known);
  const [similar] = nearest(name, known);
  const help = similar === undefined ? "" : `Did you mean \`${similar}\`? `;
  return {
    message: `${owner} has no module \`${name}\``,
    help: `${help}\`cyanotype modules ${searchWord(app) ?? owner}\` lists them`,
  };
}

/** What modules of an app are found by: `google-sheets` for `googleSheets`. */
function searchWord(app: unknown): string | undefined {
  const modules: readonly Partial<Pick<ModuleFunction<never, unknown, string>, "declaration">>[] = Object.values(
    app as object,
  );
  return modules.find(({ declaration }) => declaration)?.declaration?.module.split(":")[0];
}

function unknownMember(owner: string, name: string, known: readonly string[]): Explained {
  const [similar] = nearest(name, known);
  const all = known.length > 20 ? undefined : `There are ${known.join(", ")}`;
  const help = similar === undefined ? all : `Did you mean \`${similar}\`?`;
  return { message: `${owner} has no function \`${name}\``, ...(help === undefined ? {} : { help }) };
}

/** Something was read of nothing: of a name that is imported, but that the module does not export. */
function unknownImport(read: string, text: string, line: string, library: Library): Explained | undefined {
  const used = (code: string, local: string): boolean => {
    const use = read === "call" ? "\\s*[(<]" : `\\s*\\.\\s*${escaped(read)}\\b`;
    return new RegExp(`(?<![\\w$])${escaped(local)}${use}`, "u").test(code);
  };
  const unknown = importsOf(text, library).filter(({ explained }) => explained !== undefined);
  const found = unknown.find(({ local }) => used(line, local)) ?? unknown.find(({ local }) => used(text, local));
  return found?.explained;
}

interface Import {
  readonly imported: string;
  readonly local: string;
  /** What is wrong with it: the module has no such name. */
  readonly explained: Explained | undefined;
}

/** What a file imports from the library by name. */
const importsOf = (text: string, library: Library): readonly Import[] =>
  [...text.matchAll(/\bimport\s*\{([^}]*)\}\s*from\s*["']([^"']+)["']/gu)].flatMap(([, names = "", module = ""]) => {
    if (!Object.hasOwn(library, module)) return [];
    return names.split(",").flatMap((name) => {
      const [, imported, local = imported] = /^\s*(?!type\s)([\w$]+)(?:\s+as\s+([\w$]+))?\s*$/u.exec(name) ?? [];
      if (imported === undefined || local === undefined) return [];
      return [{ imported, local, explained: unexported(imported, module, library) }];
    });
  });

function unexported(name: string, module: string, library: Library): Explained | undefined {
  const known = namesOf(library[module]);
  if (known.includes(name)) return undefined;
  const other = Object.keys(library).find((key) => namesOf(library[key]).includes(name));
  const [similar] = nearest(name, known);
  const help = other === undefined ? similar && `Did you mean \`${similar}\`?` : `\`${other}\` has it`;
  return { message: `\`${module}\` has no \`${name}\``, ...(help === undefined ? {} : { help }) };
}

/** Whether a name stands for a whole module: `import * as apps from "cyanotype/apps"`. */
function isNamespace(name: string, text: string, library: Library): boolean {
  const imports = text.matchAll(/\bimport\s*\*\s*as\s+([\w$]+)\s+from\s*["']([^"']+)["']/gu);
  return [...imports].some(([, local, module = ""]) => local === name && Object.hasOwn(library, module));
}

const namesOf = (value: unknown): readonly string[] =>
  isObject(value) || typeof value === "function" ? Object.keys(value) : [];

/** A name may hold `$`. */
const escaped = (name: string): string => name.replaceAll("$", "\\$");
