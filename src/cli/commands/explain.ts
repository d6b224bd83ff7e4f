import { Command } from "commander";
import type { ExitCode, Io } from "../io.ts";

const EXAMPLES = `
Examples:
  cyanotype explain dangling-reference
  cyanotype explain hitl/default-not-option    a rule about human review
`;

export const explainCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("explain")
    .description("Tell what a rule looks for, why, and what to do instead")
    .argument("<rule>", "the id of a rule, such as dangling-reference; `cyanotype rules` lists all")
    .addHelpText("after", EXAMPLES)
    .action(async (rule: string) => {
      const { explain } = await import("../run/explain.ts");
      setCode(await explain(rule, io));
    });
