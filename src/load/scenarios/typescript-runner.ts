// Runs TypeScript that nobody has compiled. jiti resolves and evaluates; its own translator is thorough but slow to load,
// so sucrase goes first, and what it does not understand (a rare piece of syntax, a mistake) is left to jiti's.

import { createRequire } from "node:module";
import type { createJiti as CreateJiti, TransformOptions } from "jiti";
import { transform as stripTypes } from "sucrase";
import { authorPosition } from "../../dsl/position.ts";

const require = createRequire(import.meta.url);

/**
 * Gives a function that runs a file and returns its exports. Each name in `modules` is what an import of it gets. With a
 * text, that is run as if it stood in the file.
 */
export function createRunner(
  modules: Readonly<Record<string, unknown>>,
): (path: string, text?: string) => Promise<Record<string, unknown>> {
  // Required rather than imported: of an imported CommonJS file, Node first looks for the names of its exports.
  const { createJiti } = require("jiti") as { readonly createJiti: typeof CreateJiti };
  const options = { virtualModules: { ...modules }, interopDefault: false, fsCache: false };
  const fast = createJiti(import.meta.url, { ...options, transform: translate });
  const run = async (jiti: typeof fast, path: string, text: string | undefined): Promise<Record<string, unknown>> =>
    text === undefined
      ? jiti.import<Record<string, unknown>>(path)
      : ((await jiti.evalModule(text, { filename: path, async: true })) as Record<string, unknown>);
  return (path, text) =>
    withoutExit(async () => {
      try {
        return await run(fast, path, text);
      } catch (error) {
        if (!(error instanceof NotTranslated) && !isMisread(error)) throw error;
        return run(createJiti(import.meta.url, options), path, text);
      }
    });
}

/** A file that ends the process would make a check end without a word, like a success. */
async function withoutExit<T>(run: () => Promise<T>): Promise<T> {
  const { exit } = process;
  process.exit = () => {
    throw new Error("The file ends the process (`process.exit`), and nothing could be checked");
  };
  try {
    return await run();
  } finally {
    process.exit = exit;
  }
}

/**
 * What only Node found to be no JavaScript, before anything of the file ran: Node does not say where. An error that the
 * file itself made, such as one of `JSON.parse`, has the file in its stack.
 */
const isMisread = (error: unknown): boolean => error instanceof SyntaxError && authorPosition(error) === undefined;

class NotTranslated extends Error {}

/** Namespaces with values in them: sucrase takes them for types and drops them without a word. */
const NAMESPACE = /^\s*(?:export\s+)?namespace\s+[\w.]+\s*\{/mu;

function translate({ source, filename }: TransformOptions): { readonly code: string } {
  if (NAMESPACE.test(source)) throw new NotTranslated("sucrase");
  try {
    const { code } = stripTypes(source, {
      transforms: ["typescript", "imports"],
      disableESTransforms: true,
      preserveDynamicImport: true,
      ...(filename === undefined ? {} : { filePath: filename }),
    });
    return { code };
  } catch (cause) {
    throw new NotTranslated("sucrase", { cause });
  }
}
