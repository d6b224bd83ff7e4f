import { Command, Option } from "commander";
import type { Io } from "../io.ts";

const TEXT = `
Editors start it, and speak the Language Server Protocol with it over stdin and
stdout:
  VS Code    an extension that starts any language server, with the command
             cyanotype and the argument lsp
  Neovim     vim.lsp.config("cyanotype",
               { cmd = { "cyanotype", "lsp" }, filetypes = { "json" } })
  Helix      [language-server.cyanotype]
             command = "cyanotype"
             args = ["lsp"]
  JetBrains  the plugin LSP4IJ, with the command cyanotype lsp

The nearest cyanotype.config.yaml and cyanotype.baseline.json of the open folder
hold.
`;

export const lspCommand = (io: Io): Command =>
  new Command("lsp")
    .description("Serve editors: show findings, explain and complete blueprints while you type")
    // Many clients give it to every server that they start.
    .addOption(new Option("--stdio", "what it does anyway").hideHelp())
    .addHelpText("after", TEXT)
    .action(async () => {
      const { lsp } = await import("../run/lsp.ts");
      await lsp(io);
    });
