import { spawnSync } from "node:child_process";
import { COMMAND } from "./command.ts";

/** Whoever may do everything reads and writes what is locked, so the command is run as somebody else. */
export const WITHOUT_RIGHTS = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** Whether somebody else gets to the command: the project may lie in a folder that only its owner enters. */
export const canRunWithoutRights =
  spawnSync(process.execPath, [COMMAND, "--version"], { cwd: "/", ...WITHOUT_RIGHTS }).status === 0;
