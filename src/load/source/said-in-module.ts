// The module of a step: `gmail.sendAnEmail({ … })`. Which property says a field is told by the catalogue; so it must be
// certain that the function which is called is the catalogue's.

import * as store from "../../catalog/apps/data-store.ts";
import * as hitl from "../../catalog/apps/hitl.ts";
import { apps } from "../../catalog/apps.generated.ts";
import type { AnyField } from "../../catalog/field.ts";
import type { ModuleDeclaration } from "../../catalog/module.ts";
import { at, hasDefault, type Said, saidAt, saidBy } from "./said.ts";
import type { Source } from "./source.ts";
import type { Call, Piece } from "./syntax.ts";

export interface PrintedModule {
  readonly source: Source;
  /** The module as it is printed. */
  readonly data: unknown;
  /** Whether a module of the catalogue is printed as itself here, rather than over another app. */
  readonly isOwnForm: (declaration: ModuleDeclaration) => boolean;
}

/** What says a parameter or a mapped value. Of a constant, or of a function of the author's own, that is the whole of it. */
export function saidInModule(printed: PrintedModule, module: Piece, path: readonly string[]): Said | undefined {
  const { syntax, names } = printed.source;
  const call = syntax.callOf(module);
  if (call === undefined) return { value: module };
  const [from, first = "", second = ""] = names.meaningOf(call);
  if (from === "cyanotype/apps") {
    const declaration = declarationOf(first, second);
    return declaration && saidInInput(printed, { declaration, input: call.given[0] }, path);
  }
  if (from === "cyanotype") return saidInOwn(printed, call, first, path);
  const [made, maker = ""] = names.makerOf(call);
  const helper = made === "cyanotype" ? at(HELPERS[maker], call.callee.at(-1) ?? "") : undefined;
  return helper ? saidInHelper(printed, call, helper as Helper, path) : { value: module };
}

function declarationOf(app: string, name: string): ModuleDeclaration | undefined {
  return (at(at(apps, app), name) as { readonly declaration?: ModuleDeclaration } | undefined)?.declaration;
}

interface Given {
  readonly declaration: ModuleDeclaration;
  readonly input: Piece | undefined;
  /** What a helper calls fields, where it does not call them as the catalogue does. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The fields that the helper's caller gives; without it, all. */
  readonly only?: readonly string[];
}

/** What says a field, by the name that authors have for it. */
function saidInInput(
  { source, data, isOwnForm }: PrintedModule,
  { declaration, input, renamed = {} }: Given,
  [domain = "", key = "", ...rest]: readonly string[],
): Said | undefined {
  if (input === undefined || !isOwnForm(declaration)) return undefined;
  const fields = (domain === "parameters" ? declaration.parameters : declaration.mapper) ?? {};
  const values = at(data, domain);
  const own = Object.hasOwn(fields, key) && !fields[key]?.spec.spread ? fields[key] : undefined;
  const [freeKey, free] = Object.entries(fields).find(([, { spec }]) => spec.spread) ?? [];
  const name = own ? (own.spec.name ?? key) : free ? (free.spec.name ?? freeKey) : undefined;
  if (name === undefined) return undefined;
  const members = source.syntax.membersOf(input);
  const mayBeUnsaid = hasDefault(own?.spec);
  const said = members
    ? saidBy(members, renamed[name] ?? name, mayBeUnsaid)
    : mayBeUnsaid
      ? undefined
      : { value: input };
  if (said === undefined || said.value === input) return said;
  return own
    ? saidAt(source, said, { path: rest, data: at(values, key), spec: own.spec })
    : saidAt(source, said, { path: [key, ...rest], data: values });
}

/** What is called straight from the package: a module in the blueprint's own words, another scenario. */
function saidInOwn(
  { source, data }: PrintedModule,
  { given: [first, inputs, options], whole }: Call,
  name: string,
  path: readonly string[],
): Said | undefined {
  const [domain = "", key, ...rest] = path;
  if (name === "raw" && first) {
    const said = saidAt(source, { value: first }, { path, data });
    return said.value === first && source.syntax.membersOf(first) ? undefined : said;
  }
  if (name !== "callScenario") return { value: whole };
  if (domain === "mapper" && key === "data")
    return inputs && saidAt(source, { value: inputs }, { path: rest, data: at(at(data, domain), key) });
  if (key === "scenario") return first && { value: first };
  const members = options && source.syntax.membersOf(options);
  return key === "shouldWaitForExecutionEnd" && members ? saidBy(members, "wait", true) : undefined;
}

interface Helper {
  readonly declaration: ModuleDeclaration;
  /** What the catalogue calls what the helper takes, and what the helper calls it. */
  readonly takes: Readonly<Record<string, string>>;
}

/** What reviews and data stores have methods for. All other values come from where the constant was made. */
const HELPERS: Readonly<Record<string, Readonly<Record<string, Helper>>>> = {
  review: {
    request: { declaration: hitl.createRequest.declaration, takes: { request_text: "text", context: "context" } },
    status: { declaration: hitl.getRequestStatus.declaration, takes: { request_id: "request" } },
    responses: { declaration: hitl.watchResponses.declaration, takes: {} },
  },
  dataStore: {
    add: {
      declaration: store.addRecord.declaration,
      takes: { key: "key", data: "row", overwrite: "overwrite" },
    },
    get: { declaration: store.getRecord.declaration, takes: { key: "key" } },
    update: {
      declaration: store.updateRecord.declaration,
      takes: { key: "key", data: "row", upsert: "upsert" },
    },
    exists: { declaration: store.existsRecord.declaration, takes: { key: "key" } },
    search: {
      declaration: store.searchRecords.declaration,
      takes: { filter: "where", limit: "limit", continueWhenNoRes: "continueWhenEmpty" },
    },
  },
};

/** `moderation.request({ … })`: what it is not told stands where `moderation` was made. */
function saidInHelper(
  printed: PrintedModule,
  { given: [input], root }: Call,
  { declaration, takes }: Helper,
  path: readonly string[],
): Said | undefined {
  const [domain = "", key = ""] = path;
  if (!printed.isOwnForm(declaration)) return undefined;
  const field = at(domain === "parameters" ? declaration.parameters : declaration.mapper, key) as AnyField | undefined;
  const name = field?.spec.name ?? key;
  if (Object.hasOwn(takes, name)) return saidInInput(printed, { declaration, input, renamed: takes }, path);
  return root && field && !hasDefault(field.spec) ? { value: root } : undefined;
}
