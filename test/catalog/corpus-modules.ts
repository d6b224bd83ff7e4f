// Holds declarations against the modules of genuine exports, where those lie beside the project.

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FieldSpec, Fields } from "../../src/catalog/field.ts";
import type { ModuleDeclaration } from "../../src/catalog/module.ts";
import { isObject } from "../../src/util/is-object.ts";

const CORPUS = "../shared/corpus";
const SNAPSHOT = "../shared/reference/examples/observed-modules.json";

/** Where exports and a declaration differ, as `mapper.key`. */
export interface Differences {
  /** Exports have these keys, the declaration does not. */
  readonly undeclared?: readonly string[];
  /** The declaration requires these keys, and some exports are without. */
  readonly absent?: readonly string[];
  /** Exports have these values, which do not fit the declared type. */
  readonly misfits?: readonly string[];
}

interface Instance {
  readonly parameters?: unknown;
  readonly mapper?: unknown;
}

/**
 * Makes a test for each module that the app declares and the exports hold. `known` lists the differences that are
 * right, by module.
 */
export function describeAgainstExports(app: object, known: Readonly<Record<string, Differences>> = {}): void {
  const declarations = Object.values(app).flatMap(
    ({ declaration }) => (declaration as ModuleDeclaration | undefined) ?? [],
  );

  describe.skipIf(!existsSync(CORPUS))("the declarations agree with genuine exports (needs ../shared/corpus)", () => {
    test.for(declarations.map((declaration) => [declaration.module, declaration] as const))(
      "%s",
      ([module, declaration], { skip }) => {
        const found = instancesOf(declaration);
        if (found.length === 0) skip("no export holds it");
        expect(differences(declaration, found)).toEqual({ undeclared: [], absent: [], misfits: [], ...known[module] });
      },
    );

    test.for(
      declarations.flatMap(({ module, version, evidence }) =>
        evidence.level === "observed" ? [[`${module}@${version}`, evidence.exports] as const] : [],
      ),
    )("%s was observed %i times: here, or in the exports behind the reference", ([id, exports]) => {
      expect(exports).toBe(Math.max(instances().get(id)?.length ?? 0, snapshot().modules[id]?.seen ?? 0));
    });
  });
}

const instancesOf = ({ module, version }: ModuleDeclaration): readonly Instance[] =>
  instances().get(`${module}@${version}`) ?? [];

function differences(declaration: ModuleDeclaration, found: readonly Instance[]): Required<Differences> {
  const undeclared = new Set<string>();
  const absent = new Set<string>();
  const misfits = new Set<string>();
  for (const instance of found) {
    if (instance.parameters === undefined && instance.mapper === undefined) continue; // never set up
    for (const place of ["parameters", "mapper"] as const) {
      const fields: Fields = declaration[place] ?? {};
      const values = isObject(instance[place]) ? instance[place] : {};
      const isOpen = Object.values(fields).some(({ spec }) => spec.spread);
      for (const [key, value] of Object.entries(values)) {
        const spec = fields[key]?.spec;
        if (spec && !fits(spec, value)) misfits.add(`${place}.${key}: ${JSON.stringify(value)}`);
        if (!spec && !isOpen && !WRITTEN_BY_THE_FLOW.has(key)) undeclared.add(`${place}.${key}`);
      }
      for (const [key, { spec }] of Object.entries(fields)) {
        if (spec.required && values[key] === undefined) absent.add(`${place}.${key}`);
      }
    }
  }
  return { undeclared: [...undeclared].sort(), absent: [...absent].sort(), misfits: [...misfits].sort() };
}

const WRITTEN_BY_THE_FLOW: ReadonlySet<string> = new Set(["feeder", "target", "else"]);

/** Whether the editor may have written the value into such a field. */
function fits(spec: FieldSpec, value: unknown): boolean {
  if (value === null || value === "" || (typeof value === "string" && value.includes("{{"))) return true;
  if (Array.isArray(value)) {
    if (spec.type === "array" && spec.item) return value.every((item) => fits(spec.item as FieldSpec, item));
    return spec.type === "filter" || spec.type === "any" || (spec.multiple ?? false);
  }
  if (isObject(value)) {
    if (spec.type !== "collection") return spec.type === "any";
    return !spec.fields || Object.entries(value).every(([key, inner]) => fits(spec.fields?.[key] ?? NOTHING, inner));
  }
  switch (spec.type) {
    case "number":
    case "integer":
    case "uinteger":
      return Number.isFinite(Number(value));
    case "boolean":
      return typeof value === "boolean" || value === "true" || value === "false";
    case "select":
      return !spec.options || spec.options.some((option) => String(option) === String(value));
    case "array":
    case "collection":
    case "filter":
      return false;
    default:
      return true;
  }
}

const NOTHING: FieldSpec = { type: "collection", label: "", fields: {} };

const once = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8").replace(/^\uFEFF/u, ""));

const snapshot = once(
  () => readJson(SNAPSHOT) as { readonly modules: Readonly<Record<string, { readonly seen: number } | undefined>> },
);

/** All modules of the exports, by `app:Module@version`. */
const instances = once(() => {
  const { files } = readJson(`${CORPUS}/MANIFEST.json`) as { files: { file: string; kind: string }[] };
  const found = new Map<string, Instance[]>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (isObject(value)) {
      if (typeof value.module === "string" && value.id !== undefined) {
        const id = `${value.module}@${value.version}`;
        const others = found.get(id);
        if (others) others.push(value);
        else found.set(id, [value]);
      }
      Object.values(value).forEach(visit);
    }
  };
  for (const { file, kind } of files) if (kind === "export") visit(readJson(`${CORPUS}/${file}`));
  return found;
});
