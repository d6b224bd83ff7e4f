import type { TextOptions } from "../lint/formats/text.ts";
import type { Io } from "./io.ts";
import { painter } from "./paint.ts";

/** How findings are shown to somebody at a terminal: painted, as wide as it is, and with a link to each rule's page. */
export async function onTerminal({ colors, columns }: Io): Promise<Omit<TextOptions, "textOf">> {
  const shown = { paint: painter(colors), ...(columns ? { columns } : {}) };
  if (!colors || !columns) return shown;
  const { rulePageUrl } = await import("../load/lint/rule-page.ts");
  return {
    ...shown,
    linkOf: (rule) => {
      const url = rulePageUrl(rule);
      return url === undefined ? rule : `\u001b]8;;${url}\u001b\\${rule}\u001b]8;;\u001b\\`;
    },
  };
}
