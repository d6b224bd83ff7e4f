import { spawn } from "node:child_process";
import type { Io } from "./io.ts";

/** Opens a page of ours in the browser that the system prefers; where there is none, it says so. */
export function openInBrowser(url: string, { stderr }: Pick<Io, "stderr">): void {
  const [program, ...args] = openerOf(process.platform);
  const opener = spawn(program, [...args, url], { stdio: "ignore", detached: true });
  opener.once("error", () => stderr(`No browser was found here: open ${url} yourself\n`));
  opener.unref();
}

function openerOf(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === "darwin") return ["open"];
  // `start` takes the first text in quotes for a title.
  return platform === "win32" ? ["cmd", "/c", "start", '""'] : ["xdg-open"];
}
