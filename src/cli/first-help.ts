// What somebody is told who types nothing but the command's name.

import { fileURLToPath } from "node:url";
import { PACKAGE_FOLDER } from "../load/package-folder.ts";

/** The commands of the first day, each with an example. */
const FIRST_DAY = [
  ["lint orders.blueprint.json", "check an export of Make's editor"],
  ["decompile orders.blueprint.json", "bring it in, as TypeScript"],
  ["init", "begin a project"],
  ["dev", "see it drawn while you write"],
] as const;

export const firstHelp = (): string => `Cyanotype: scenarios of Make.com as code, and a linter for every blueprint.

On the first day:
${FIRST_DAY.map(([command, what]) => `  cyanotype ${command.padEnd(33)}${what}`).join("\n")}

\`cyanotype --help\` lists all commands; \`cyanotype lint --help\` tells about one.
Documents: ${fileURLToPath(new URL("README.md", PACKAGE_FOLDER))}
`;
