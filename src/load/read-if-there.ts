import { readFile } from "node:fs/promises";

/** The text of a file; nothing where there is none. Other errors say of which file they speak, which Node forgets. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw Object.assign(error as Error, { path });
  }
}
