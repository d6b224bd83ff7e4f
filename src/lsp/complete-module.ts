// `"module": "…"`: the types that the catalogue knows, with the version that belongs to them.

import { type CompletionItem, CompletionItemKind, type Range, TextEdit } from "vscode-languageserver";
import type { Catalog } from "../catalog/catalog.ts";
import type { ModuleDeclaration } from "../catalog/module.ts";
import { describeEvidence, describeType, plain, sentence } from "./words.ts";

export interface ModuleTypePlace {
  /** The value with its quotes, as far as it is there. */
  readonly range: Range;
  /** The module's version, where it has one. */
  readonly version: Range | undefined;
  /** What stands between two properties. */
  readonly gap: string;
}

export const completeModule = (place: ModuleTypePlace, catalog: Catalog): readonly CompletionItem[] =>
  catalog.modules.map((declaration) => itemOf(declaration, place, catalog));

function itemOf(
  declaration: ModuleDeclaration,
  { range, version, gap }: ModuleTypePlace,
  catalog: Catalog,
): CompletionItem {
  const { module, version: own, summary, kind, evidence, replacedBy } = declaration;
  const type = JSON.stringify(module);
  const isLatest = catalog.find(module) === declaration;
  return {
    label: isLatest ? module : `${module} (version ${own})`,
    kind: CompletionItemKind.Module,
    detail: `${describeType(declaration)} · ${kind}`,
    documentation: {
      kind: "markdown",
      value: `${sentence(plain(summary))} ${sentence(plain(describeEvidence(evidence)))}`,
    },
    sortText: `${replacedBy === undefined ? 0 : 1}${module}${isLatest ? 0 : 1}`,
    filterText: `${type} ${describeType(declaration)}`,
    ...(replacedBy === undefined ? {} : { tags: [1] }),
    textEdit: { range, newText: version ? type : `${type},${gap}"version": ${own}` },
    ...(version ? { additionalTextEdits: [TextEdit.replace(version, String(own))] } : {}),
  };
}
