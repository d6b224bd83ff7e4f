import module from "node:module";
import { EXIT, type ExitCode } from "./io.ts";
import { VERSION } from "./version.ts";

// From Node 22.1 on, code that was compiled once is kept for the next start.
(module as { readonly enableCompileCache?: () => void }).enableCompileCache?.();

// A reader that has seen enough (`| head`) closes the pipe: that ends the run, and is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(process.exitCode ?? EXIT.ok);
    throw error;
  });
}
// With a handler, an interrupt waits until what runs now has yielded: files are never left half-written.
process.once("SIGINT", () => process.exit(130));

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === "--version" || args[0] === "-v")) process.stdout.write(`${VERSION}\n`);
else process.exitCode = await run();

async function run(): Promise<ExitCode> {
  const { main } = await import("./main.ts");
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  const colors = FORCE_COLOR ? FORCE_COLOR !== "0" : !NO_COLOR && TERM !== "dumb" && process.stdout.isTTY === true;
  return main(args, {
    cwd: process.cwd(),
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    colors,
  });
}
