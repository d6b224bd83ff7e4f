import { count } from "../lint/formats/shown.ts";

/** Most rules take next to nothing. */
const SLOWEST = 20;

/** How long each rule took, the slowest first. What several rules ask for is counted where it is asked for first. */
export function statsTable(spent: ReadonlyMap<string, number>, files: number): string {
  const total = sumOf([...spent]);
  const rows = [...spent].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  const line = (time: number, words: string): string => {
    const share = total > 0 ? (time / total) * 100 : 0;
    return `${time.toFixed(2).padStart(9)} ms  ${share.toFixed(1).padStart(5)} %  ${words}\n`;
  };
  const others = rows.slice(SLOWEST);
  return [
    ...rows.slice(0, SLOWEST).map(([rule, time]) => line(time, rule)),
    ...(others.length > 0 ? [line(sumOf(others), count(others.length, "other"))] : []),
    line(total, `${count(rows.length, "rule")} over ${count(files, "blueprint")}`),
  ].join("");
}

const sumOf = (times: readonly (readonly [rule: string, time: number])[]): number =>
  times.reduce((sum, [, time]) => sum + time, 0);
