import { Command, Option } from "commander";
import type { ExitCode, Io } from "../io.ts";

interface RenderFlags {
  readonly format: "text";
  readonly env?: string;
}

export const renderCommand = (io: Io, setCode: (code: ExitCode) => void): Command =>
  new Command("render")
    .description("Show a scenario or a blueprint as an outline: what happens after what, and when")
    .argument("<files...>", "blueprints (*.json), scenarios (*.scenario.ts), folders or patterns")
    .addOption(new Option("--format <name>", "how to draw").choices(["text"]).default("text"))
    .option("--env <name>", "environment to print scenarios for (default: the first one beside them)")
    .action(async (files: readonly string[], { env }: RenderFlags) => {
      const { render } = await import("../run/render.ts");
      setCode(await render(files, env, io));
    });
