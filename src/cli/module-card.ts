import { authorFields } from "../catalog/author-fields.ts";
import type { FieldSpec } from "../catalog/field.ts";
import type { ModuleDeclaration, ModuleKind } from "../catalog/module.ts";
import type { ListedModule } from "../load/decompile/listed-modules.ts";
import { WIDTH, wrap } from "../util/wrap.ts";
import { knowledge } from "./module-table.ts";
import type { painter } from "./paint.ts";

type Paint = ReturnType<typeof painter>;

/** All that is known of one module: what its author gives, and what it gives out. */
export function moduleCard({ declaration, call, file }: ListedModule, paint: Paint): string {
  const { app, label, module, version, kind, summary, output, evidence } = declaration;
  const taken = authorFields(declaration).map(({ name, spec, isRequired }) => ({
    name: isRequired ? `${name} *` : name,
    type: typeOf(spec),
    text: describe(spec),
  }));
  const given = Object.entries(output).map(([name, { spec }]) => ({ name, type: typeOf(spec), text: spec.label }));
  return [
    `${paint("strong", call)}  ${app} › ${label}`,
    ...wrap(`${module}@${version} · ${kind} · ${knowledge(evidence, file !== undefined)}`, WIDTH).map((line) =>
      paint("quiet", line),
    ),
    "",
    ...wrap(summary, WIDTH),
    ...(taken.length > 0 ? ["", paint("path", "Takes (* must be given)"), ...table(taken, paint)] : []),
    ...(given.length > 0 ? ["", paint("path", "Gives"), ...table(given, paint)] : []),
    ...(file === undefined ? usage(call, declaration) : []),
    "",
  ].join("\n");
}

/** How a scenario has the module; nothing for flow control, which has words of its own. */
function usage(call: string, { kind, label }: ModuleDeclaration): readonly string[] {
  const method = METHODS[kind];
  if (method === undefined) return [];
  return [
    "",
    `import { ${call.split(".")[0]} } from "cyanotype/apps";`,
    `flow.${method}(${JSON.stringify(label)}, ${call}({ … }));`,
  ];
}

const METHODS: Partial<Record<ModuleKind, string>> = {
  "polling trigger": "trigger",
  "instant trigger": "trigger",
  starter: "trigger",
  action: "step",
  search: "step",
  transformer: "step",
};

interface Row {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** A type beyond this width has its text in the next line. */
const WIDEST_TYPE = 24;

function table(rows: readonly Row[], paint: Paint): readonly string[] {
  const name = Math.max(...rows.map((row) => row.name.length));
  const type = Math.min(WIDEST_TYPE, Math.max(...rows.map((row) => row.type.length)));
  const indent = 2 + name + 2;
  return rows.flatMap((row) => {
    const start = `  ${paint("strong", row.name.padEnd(name))}  `;
    const text = wrap(row.text, WIDTH - indent - type - 2);
    const rest = text.map((line) => `${" ".repeat(indent + type + 2)}${paint("quiet", line)}`);
    if (row.type.length > type) {
      const [first = "", ...more] = wrap(row.type, WIDTH - indent);
      return [`${start}${first}`, ...more.map((line) => `${" ".repeat(indent)}${line}`), ...rest];
    }
    return [`${start}${row.type.padEnd(type)}  ${paint("quiet", text[0] ?? "")}`, ...rest.slice(1)];
  });
}

/** A field's type, in the words of who fills it in. */
function typeOf({ type, options, multiple, item }: FieldSpec): string {
  if (options !== undefined && options.length > 0) {
    return `${multiple ? "any of " : ""}${options.map((option) => JSON.stringify(option)).join(" | ")}`;
  }
  if (item !== undefined) return `list of ${typeOf(item)}`;
  const [kind = type] = type.split(":");
  return KINDS[kind] ?? kind;
}

/** Where Make's word is not that of the scenario. */
const KINDS: Readonly<Record<string, string>> = {
  account: "connection",
  hook: "webhook",
  keychain: "key",
  uinteger: "whole number, from 0",
  integer: "whole number",
  select: "text",
};

function describe({ label, help, min, max, default: preset }: FieldSpec): string {
  const limits = [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(preset === undefined || preset === "" ? [] : [`without it ${JSON.stringify(preset)}`]),
  ].join(", ");
  return `${label}${limits === "" ? "" : ` (${limits})`}${help === undefined ? "" : `. ${help}`}`;
}
