// The compiler that a project has installed, run as its author does: in a process of its own.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";

const execute = promisify(execFile);

/** Where TypeScript's command is for who stands beside this file; nothing when it is not installed. */
export function findTypeCompiler(besides: string): string | undefined {
  try {
    const require = createRequire(besides);
    const path = require.resolve("typescript/package.json");
    const { bin } = require(path) as { readonly bin: string | { readonly tsc: string } };
    return join(dirname(path), typeof bin === "string" ? bin : bin.tsc);
  } catch {
    return undefined;
  }
}

/** Gives what the compiler prints: what it finds, and the files that it looks at. Throws when it does not get so far. */
export async function runTypeCompiler(compiler: string, configuration: string): Promise<string> {
  const args = [compiler, "--noEmit", "--pretty", "false", "--listFiles", "-p", configuration];
  try {
    const options = { cwd: dirname(configuration), maxBuffer: 1024 ** 3 };
    return (await execute(process.execPath, args, options)).stdout;
  } catch (error) {
    const { code, stdout = "", stderr = "" } = error as Partial<Record<"code" | "stdout" | "stderr", unknown>>;
    const printed = String(stdout);
    // It ends with 1 or 2 when it has found something.
    if (typeof code === "number" && /\berror TS\d/u.test(printed)) return printed;
    throw new ProblemError([notRun(configuration, `${printed}\n${String(stderr)}`)]);
  }
}

function notRun(path: string, printed: string): Problem {
  const said = printed.split("\n").findLast((line) => /\berror\b/iu.test(line));
  return {
    path,
    message: "TypeScript could not check the types",
    help: `${said === undefined ? "" : `It says: ${said.trim()}. `}Install it anew: \`npm install --save-dev typescript\``,
  };
}
