// Types as TypeScript writes them. Short ones stand where they are used, long ones get a name at the top of the file.

import { breaks, type Document, hardLine, indent, join, printDocument, verbatim } from "../util/document.ts";
import { type Code, keyCode, textCode } from "./code.ts";
import type { Identifiers } from "./names.ts";
import type { Type } from "./type.ts";

const LONGEST_INLINE = 60;

export interface TypeNames {
  /** The code of a type; `words` name it, if it gets a name. */
  code(type: Type, words: string): Code;
  /** The interfaces of those that came into the file, in the order of their use. */
  interfaces(used: ReadonlySet<Code>): readonly Code[];
}

export function createTypeNames(identifiers: Identifiers): TypeNames {
  const interfaces = new Map<string, { readonly piece: Code; readonly code: Code }>();
  return {
    code: (type, words) => {
      const inline = typeCode(type);
      if (type.kind !== "fields" || (!breaks(inline) && printDocument(inline, 1000).length <= LONGEST_INLINE))
        return inline;
      const text = printDocument(inline, 1000);
      const known = interfaces.get(text);
      if (known) return known.piece;
      const name = identifiers.takeType(words);
      const piece = verbatim(name);
      interfaces.set(text, { piece, code: [`interface ${name} {`, indent(members(type.fields)), hardLine, "}"] });
      return piece;
    },
    interfaces: (used) => [...interfaces.values()].filter(({ piece }) => used.has(piece)).map(({ code }) => code),
  };
}

const members = (fields: ReadonlyMap<string, Type>): Document =>
  [...fields].map(([name, type]) => [hardLine, keyCode(name), ": ", nestedCode(type), ";"]);

/** A type of several fields has a line for each. */
function nestedCode(type: Type): Code {
  const inline = typeCode(type);
  if (printDocument(inline, 1000).length <= LONGEST_INLINE) return inline;
  if (type.kind === "fields") return ["{", indent(members(type.fields)), hardLine, "}"];
  return type.kind === "list" ? [nestedCode(type.item), "[]"] : inline;
}

function typeCode(type: Type): Code {
  switch (type.kind) {
    case "fields":
      if (type.fields.size === 0) return "object";
      return [
        "{ ",
        join(
          [...type.fields].map(([name, field]) => [keyCode(name), ": ", typeCode(field)]),
          "; ",
        ),
        " }",
      ];
    case "list": {
      const item = typeCode(type.item);
      return type.item.kind === "options" ? ["(", item, ")[]"] : [item, "[]"];
    }
    case "options":
      return type.options.map((option) => (typeof option === "string" ? textCode(option) : String(option))).join(" | ");
    case "record":
      return "Record<string, unknown>";
    case "one of":
    case "never":
    case "asked":
    case "resource":
      return "unknown";
    default:
      return type.kind;
  }
}
