import { escapeXml } from "./harmless.ts";

/** A number as short as it can be drawn: half a pixel is seen, a hundredth is not. */
export const number = (value: number): string => String(Math.round(value * 10) / 10);

export interface TextPlace {
  readonly x: number;
  /** The foot of the first line. */
  readonly y: number;
  /** From one line to the next. */
  readonly step: number;
  readonly size: number;
  readonly className: string;
}

/** Lines of text, below each other. */
export function textLines(lines: readonly string[], { x, y, step, size, className }: TextPlace): string {
  if (lines.length === 0) return "";
  const spans = lines.map(
    (line, index) => `<tspan x="${number(x)}" y="${number(y + index * step)}">${escapeXml(line)}</tspan>`,
  );
  return `<text class="${className}" font-size="${size}">${spans.join("")}</text>`;
}
