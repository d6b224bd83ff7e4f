/** What stdin is called when nobody gives it a name. */
export const UNNAMED = "stdin.json";

/** All that comes from stdin, without a byte order mark. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/^\ufeff/u, "");
}
