import { count } from "../lint/formats/shown.ts";

/** `2 new findings, 1 gone`; nothing when there are none of either. */
export function findingsInWords(added: number, gone: number): string {
  if (added === 0) return gone === 0 ? "" : `${count(gone, "finding")} gone`;
  return `${count(added, "new finding")}${gone === 0 ? "" : `, ${gone} gone`}`;
}
