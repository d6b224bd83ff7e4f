import { Command } from "commander";
import type { ExitCode, Io } from "../io.ts";

export const explainCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("explain")
    .description("Tell what a rule looks for, why, and what to do instead")
    .argument("<rule>", "as `cyanotype lint` and `cyanotype rules` name it: dangling-reference")
    .action(async (rule: string) => {
      const { explain } = await import("../run/explain.ts");
      setCode(explain(rule, io));
    });
