// `cyanotype.config.ts`: a configuration with types, which may take a part of what it says from elsewhere.

import { createLineIndex } from "../../blueprint/line-index.ts";
import { type JsonPlace, ProblemError, type Span } from "../../diagnostics/diagnostic.ts";
import { isObject } from "../../util/is-object.ts";
import { parsePointer, resolvePointer } from "../../util/json-pointer.ts";
import { authorProblem } from "../scenarios/author-error.ts";
import type { ConfigurationSource } from "./configuration.ts";

/** Runs a configuration. Throws a `ProblemError` when it fails, or exports none. */
export async function runConfiguration(text: string, path: string): Promise<ConfigurationSource> {
  const [lint, { createRunner }] = await Promise.all([
    import("../../lint.ts"),
    import("../scenarios/typescript-runner.ts"),
  ]);
  let value: unknown;
  try {
    ({ default: value } = await createRunner({ "cyanotype/lint": lint })(path));
  } catch (error) {
    throw error instanceof ProblemError ? error : new ProblemError([authorProblem(error, path, text)]);
  }
  if (isObject(value)) return { value, locate: createFinder(text, value) };
  throw new ProblemError([
    {
      path,
      message: "The file exports no configuration",
      help: 'End it with `export default defineConfig({ … })`; `defineConfig` comes from "cyanotype/lint"',
    },
  ]);
}

/**
 * Finds places where they are most likely written: each name behind the one around it, and at the end the text itself.
 * What was put together elsewhere is found as the nearest thing around it.
 */
function createFinder(text: string, value: unknown): (place: JsonPlace) => Span {
  const spanOf = createLineIndex(text);
  const whole = /\bexport\s+default\b/u.exec(text);
  return ({ pointer, key }) => {
    let start = whole?.index ?? 0;
    let end = start + (whole?.[0].length ?? 0);
    const find = (pattern: RegExp): void => {
      pattern.lastIndex = end;
      const match = pattern.exec(text);
      if (match === null) return;
      start = match.index;
      end = start + match[0].length;
    };
    for (const name of parsePointer(pointer)) {
      if (!/^\d+$/u.test(name)) find(new RegExp(`(?<![\\w$-])(["']?)${literal(name)}\\1(?=\\s*[:,}])`, "gu"));
    }
    const found = resolvePointer(value, pointer);
    if (typeof found === "string" && !key) {
      find(new RegExp(`(["'\`])${literal(found)}\\1`, "gu"));
    }
    return spanOf(start, end);
  };
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
