import { writeSync } from "node:fs";
import module from "node:module";
import { EXIT, type ExitCode } from "./io.ts";
import { tuneV8 } from "./tune-v8.ts";
import { VERSION } from "./version.ts";

// An author's file that calls it is refused; what is here must still be able to end.
const exit = process.exit.bind(process);

// From Node 22.1 on, code that was compiled once is kept for the next start.
(module as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

tuneV8();

/** Whether nobody reads any more. */
let isUnread = false;
// A reader that has seen enough (`| head`) closes the pipe: that ends the run, and is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") writeSync(2, `The output cannot be written: ${error.message}\n`);
    isUnread = true;
    exit(error.code === "EPIPE" ? (process.exitCode ?? EXIT.ok) : EXIT.usage);
  });
}
// What an author's file leaves behind, or waits for in vain, must not look like a success or like findings.
for (const event of ["uncaughtException", "unhandledRejection"] as const) {
  process.on(event, (error: unknown) => {
    writeSync(2, `Something failed that nobody waited for: ${error instanceof Error ? error.message : "no error"}\n`);
    exit(EXIT.usage);
  });
}
let code: ExitCode | undefined;
/** Node's code for a program that ends while it still waits. */
const UNSETTLED = 13;
process.on("exit", (ended) => {
  const given = process.exitCode ?? ended;
  if (code !== undefined) {
    // What an author's file has put off may end the process while the output is written.
    if (given === EXIT.ok) process.exitCode = code;
  } else if (!isUnread && (given === UNSETTLED || given === EXIT.ok)) {
    const what = given === UNSETTLED ? "waits for something that never comes" : "ended the process before all was done";
    writeSync(2, `A file ${what}\n`);
    exit(EXIT.usage);
  }
});

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === "--version" || args[0] === "-v")) {
  process.stdout.write(`${VERSION}\n`);
  code = EXIT.ok;
} else code = await run();
process.exitCode = code;
// A language server goes on until its client ends it; what an author's file has left running is not waited for.
if (args[0] !== "lsp") process.stdout.write("", () => process.stderr.write("", () => exit(code)));

async function run(): Promise<ExitCode> {
  const { main } = await import("./main.ts");
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const colors = FORCE_COLOR ? FORCE_COLOR !== "0" : !NO_COLOR && TERM !== "dumb" && process.stdout.isTTY === true;
  return main(args, {
    cwd: process.cwd(),
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    colors,
    ...(process.stdout.isTTY ? { columns: process.stdout.columns } : {}),
    terminal: process.stderr.isTTY === true && TERM !== "dumb",
  });
}
