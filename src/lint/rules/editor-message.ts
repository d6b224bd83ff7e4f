import { connectedModules } from "../../model/connected-modules.ts";
import { describeModule } from "../../model/module-place.ts";
import type { Module } from "../../model/scenario.ts";
import { isObject } from "../../util/is-object.ts";
import { pointer } from "../../util/json-pointer.ts";
import { formOf } from "../form-fields.ts";
import { defineRule } from "../rule.ts";

/** What Make's own editor had to say of a module when the scenario was exported. */
export const editorMessage = defineRule({
  id: "editor-message",
  category: "configuration",
  summary: "Make's editor reported a problem with a module when the scenario was exported",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    said: (d: { module: string; messages: readonly string[] }) =>
      `Make's editor says of \`${d.module}\`: ${d.messages.map((message) => `“${message}”`).join(", ")}`,
  },

  check({ scenario, catalog, report }) {
    // Copied modules are often fresh ones, to be set up where they are pasted.
    if (scenario.isFragment) return;
    for (const module of connectedModules(scenario)) {
      const all = messagesOf(module);
      // Of a form that is known the linter sees itself what is empty; such a message may be older than the value.
      const isFormKnown = all.length > 0 && Object.values(formOf(module, catalog)).some((fields) => fields.length > 0);
      const said = all.filter(({ message }) => !(isFormKnown && SAYS_EMPTY.test(message)));
      const [first] = said;
      if (first === undefined) continue;
      report("said", {
        at: { pointer: pointer(module.pointer, "metadata", "designer", "messages", first.index, "message") },
        data: {
          module: describeModule(module),
          messages: [...new Set(said.map(({ message }) => message.replace(/\.$/, "")))],
        },
        help: "Open the scenario in Make's editor, set the module up, and export it again",
      });
    }
  },
});

interface EditorMessage {
  readonly index: number;
  readonly message: string;
}

function messagesOf(module: Module): readonly EditorMessage[] {
  const designer: unknown = module.source.metadata?.designer;
  const messages: unknown = isObject(designer) ? designer.messages : undefined;
  if (!Array.isArray(messages)) return [];
  return messages.flatMap((said: unknown, index) => {
    if (!isObject(said) || !SEVERE.has(said.severity) || CHECKED_HERE.has(said.category)) return [];
    return typeof said.message === "string" ? [{ index, message: said.message }] : [];
  });
}

const SAYS_EMPTY = /\b(?:must not be empty|is not set up)\b/;

const SEVERE: ReadonlySet<unknown> = new Set(["error", "warning"]);

/** What other rules find anew, wherever it is still true; and a reminder that connections are not exported. */
const CHECKED_HERE: ReadonlySet<unknown> = new Set(["last", "link", "reference", "share"]);
