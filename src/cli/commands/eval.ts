import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { type Problem, ProblemError } from "../../diagnostics/diagnostic.ts";
import type { EvaluationContext } from "../../iml/evaluate.ts";
import { isObject } from "../../util/is-object.ts";
import { quote } from "../../util/quote.ts";
import type { ExitCode, Io } from "../io.ts";

interface EvalFlags {
  readonly data?: string;
  readonly now?: string;
  readonly timezone: string;
}

const EXAMPLES = `
Examples:
  cyanotype eval '{{formatDate(now; "DD.MM.YYYY")}}' --timezone Europe/Prague
  cyanotype eval 'upper(1.customer.name)' --data bundles.json
  cyanotype eval                      a prompt: one expression a line
  cyanotype eval < expressions.txt    one value a line

What --data names holds what each module gave out, by its id, and variables:
  { "1": { "customer": { "name": "Ada" } },
    "var": { "input": { "limit": 10 } } }

Exit codes: 0 evaluated · 1 the mapping fails, as it would in Make
            2 wrong usage, or the data cannot be read
`;

export const evalCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("eval")
    .description("Evaluate a mapping as Make would, and print its value as JSON")
    .argument("[mapping]", "a field's text; without braces, an expression (default: reads lines)")
    .option("--data <file>", "JSON with the bundles and variables that the mapping reads")
    .option("--now <date>", "the moment that `now` stands for, as ISO 8601 (default: this one)")
    .option("--timezone <zone>", "the organization's time zone, such as Europe/Prague", "UTC")
    .addHelpText("after", EXAMPLES)
    .action(async (mapping: string | undefined, flags: EvalFlags) => {
      const context = contextOf(flags, io);
      if (mapping === undefined) setCode(await readLines(context, io));
      else {
        const { tryMapping } = await import("../try-mapping.ts");
        setCode(tryMapping(mapping, context, io, 2));
      }
    });

function contextOf({ data, now, timezone }: EvalFlags, { cwd }: Io): EvaluationContext {
  const values = data === undefined ? {} : readData(resolve(cwd, data));
  return {
    bundle: (id) => (Object.hasOwn(values, id) ? values[id] : undefined),
    variables: values,
    now: now === undefined ? new Date() : parseNow(now),
    timezone: existingZone(timezone),
  };
}

function readData(path: string): Readonly<Record<string, unknown>> {
  let data: unknown;
  try {
    data = JSON.parse(readFileSync(path, "utf8").replace(/^\ufeff/u, ""));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse({ path, message: "This is not JSON", help: error.message });
  }
  if (isObject(data)) return data;
  return refuse({ path, message: "The bundles are not in an object", help: 'Write `{ "1": { … } }`' });
}

function parseNow(text: string): Date {
  const now = new Date(text);
  if (!Number.isNaN(now.getTime())) return now;
  return refuse({ message: `${quote(text)} is no date`, help: "Write it as ISO 8601: `2026-01-31T12:00:00Z`" });
}

function existingZone(timezone: string): string {
  try {
    new Intl.DateTimeFormat("en", { timeZone: timezone });
    return timezone;
  } catch {
    return refuse({
      message: `There is no time zone ${quote(timezone)}`,
      help: "Name one of the IANA database, such as `Europe/Prague`",
    });
  }
}

function refuse(problem: Problem): never {
  throw new ProblemError([problem]);
}

async function readLines(context: EvaluationContext, io: Io): Promise<ExitCode> {
  const { answerLines } = await import("../mapping-prompt.ts");
  const { stdin, stdout } = process;
  const isTerminal = stdin.isTTY === true && stdout.isTTY === true;
  return answerLines({ input: stdin, ...(isTerminal && { terminal: stdout }) }, context, io);
}
