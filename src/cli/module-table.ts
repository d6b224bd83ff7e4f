import type { Evidence } from "../catalog/module.ts";
import type { ListedModule } from "../load/decompile/listed-modules.ts";
import { WIDTH, wrap } from "../util/wrap.ts";
import type { painter } from "./paint.ts";

/** How evidence begins that is a number. */
const SHORT = "seen in ";

/** Modules as people read them: a block for each app, a line for each module; more where the evidence takes more. */
export function moduleTable(modules: readonly ListedModule[], paint: ReturnType<typeof painter>): string {
  const blocks = new Map<string, ListedModule[]>();
  for (const known of modules) {
    const namespace = `${known.file ?? ""} ${known.call.split(".")[0]}`;
    blocks.set(namespace, [...(blocks.get(namespace) ?? []), known]);
  }
  return [...blocks.values()].map((block) => blockOf(block, paint)).join("\n");
}

function blockOf(block: readonly ListedModule[], paint: ReturnType<typeof painter>): string {
  const rows = block.map(({ call, declaration: { module, version, kind, evidence }, file }) => ({
    call,
    id: `${module}@${version}`,
    kind,
    source: knowledge(evidence, file !== undefined),
  }));
  const widthOf = (of: (row: (typeof rows)[number]) => string): number =>
    Math.max(...rows.map((row) => of(row).length));
  const [call, id, kind] = [widthOf((row) => row.call), widthOf((row) => row.id), widthOf((row) => row.kind)];
  const room = WIDTH - (2 + call + 2 + id + 2);
  // Where columns for both are too wide, the kind and the evidence follow each other.
  const isWide = rows.some((row) => row.source.includes(SHORT) && kind + 2 + row.source.length > room);
  const lines = rows.flatMap((row) => {
    const start = `  ${paint("strong", row.call.padEnd(call))}  ${row.id.padEnd(id)}  `;
    const between = isWide ? ", " : " ".repeat(kind - row.kind.length + 2);
    if (row.kind.length + between.length + row.source.length <= room)
      return [`${start}${row.kind}${paint("quiet", `${between}${row.source}`)}`];
    return [`${start}${row.kind}`, ...wrap(row.source, WIDTH - 6).map((line) => `      ${paint("quiet", line)}`)];
  });
  return `${paint("path", block[0]?.declaration.app ?? "")}\n${lines.join("\n")}\n`;
}

/** Where the knowledge of a module comes from. */
export function knowledge(evidence: Evidence, isLearnt: boolean): string {
  const source = sourceOf(evidence);
  return isLearnt ? `learnt, ${source}` : source;
}

function sourceOf(evidence: Evidence): string {
  switch (evidence.level) {
    case "observed":
      return `${SHORT}${evidence.exports} export${evidence.exports === 1 ? "" : "s"}`;
    case "documented":
      return `documented: ${evidence.by}`;
    case "weak":
      return `assumed: ${evidence.why}`;
  }
}
