// A scenario as a picture that a Make user knows: round modules on dotted lines, filters as funnels. One file of SVG
// with its own colours for light and dark; it loads nothing and runs nothing.

import type { Scenario } from "../model/scenario.ts";
import { FONT, headingLines, LINE, type MeasuredPicture, measure, smallWidth } from "./card-size.ts";
import { type DrawnChange, edgeChange, kindsIn } from "./change-marks.ts";
import type { Layout } from "./geometry.ts";
import { escapeXml } from "./harmless.ts";
import { layout } from "./layout.ts";
import { type Cover, type Picture, pictureOf } from "./picture.ts";
import { drawEdge, drawGate, drawOrphanHeading, type EdgeLook } from "./svg-lines.ts";
import { drawModule, type FindingMark, signBadge } from "./svg-module.ts";
import { number, textLines } from "./svg-text.ts";
import { styleOf, type Theme } from "./svg-theme.ts";
import { breakLines } from "./text-width.ts";

export interface SvgOptions {
  readonly theme?: Theme;
  /** What the linter says, by the pointer of the module that it is about. */
  readonly findings?: ReadonlyMap<string, FindingMark>;
  readonly cover?: Cover;
  /** What is different, where the scenario is two states in one. */
  readonly change?: DrawnChange;
}

const MARGIN = 28;
const MOST_NOTES = 20;

/** Draws a scenario. */
export function formatSvg(
  scenario: Scenario,
  { theme = "auto", findings = new Map(), cover, change }: SvgOptions = {},
): string {
  const picture = pictureOf(scenario, cover);
  const measures = measure(picture);
  const facts = change?.summary ?? factsOf(scenario, findings);
  const legend = change ? drawLegend(change) : undefined;
  // How wide the heading may be is known once the picture is; how high it is, before.
  const heading = headingLines(picture.title, 640);
  const headingHeight = heading.lines.length * 26 + 18 + (legend ? LEGEND : 0);
  const placed = layout(scenario, measures, { heading: MARGIN + headingHeight, margin: 12 + MARGIN / 2 });
  const words = Math.max(heading.width, smallWidth(facts), legend?.width ?? 0);
  const width = Math.ceil(Math.max(placed.width, words + 2 * MARGIN));
  const own = (change?.lines ?? []).map(({ sign, text }) => `${sign} ${text}`);
  const notes = drawNotes(
    [...(own.length > 0 ? ["The scenario itself", ...own] : []), ...picture.notes],
    width,
    placed.height,
  );
  const height = Math.ceil(placed.height + notes.height);
  const head = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="cyanotype" role="img" aria-labelledby="cyanotype-title cyanotype-desc" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<title id="cyanotype-title">${escapeXml(picture.title)}</title>`,
    `<desc id="cyanotype-desc">${escapeXml(change ? describeChange(change, picture) : describe(picture))}</desc>`,
    `<style>${styleOf(theme)}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    textLines(heading.lines, { x: MARGIN, y: MARGIN + 18, step: 26, size: FONT.heading, className: "text bold" }),
    textLines([facts], {
      x: MARGIN,
      y: MARGIN + heading.lines.length * 26 + 10,
      step: 0,
      size: 12,
      className: "muted",
    }),
    ...(legend ? [`<g transform="translate(${MARGIN} ${MARGIN + headingHeight - 14})">${legend.drawn}</g>`] : []),
  ];
  const parts = drawAll({ picture, measures, placed, findings, change });
  return `${[...head, ...parts, ...notes.parts, "</svg>"].join("\n")}\n`;
}

interface Drawn {
  readonly picture: Picture;
  readonly measures: MeasuredPicture;
  readonly placed: Layout;
  readonly findings: ReadonlyMap<string, FindingMark>;
  readonly change: DrawnChange | undefined;
}

function drawAll({ picture, measures, placed, findings, change }: Drawn): readonly string[] {
  const spans = placed.spans.map(
    ({ box, aggregator }) =>
      `<rect class="span" x="${number(box.x)}" y="${number(box.y)}" width="${number(box.width)}" height="${number(box.height)}" rx="22"><title>${escapeXml(`Collected by ${picture.cardOf(aggregator).title}`)}</title></rect>`,
  );
  // Wide spans first, so that one inside of another is seen; what is off below what is on, and what is new on top.
  const edges = placed.edges
    .map((edge) => ({
      edge,
      isOff: picture.isOff(edge.flow),
      isError: picture.isError(edge.flow),
      change: change && edgeChange(edge, change.marks),
    }))
    .sort((a, b) => heightOf(a) - heightOf(b));
  // In reading order, which is the order that the keyboard goes through.
  const modules = picture.scenario.modules.flatMap((module, order) => {
    const at = placed.cells.get(module);
    if (at === undefined) return [];
    return drawModule(module, at, {
      order,
      card: picture.cardOf(module),
      text: measures.textOf(module),
      isOff: picture.isOff(module.flow),
      isError: picture.isError(module.flow),
      finding: findings.get(module.pointer),
      change: change && (change.marks.get(module.pointer) ?? "same"),
    });
  });
  return [
    ...spans,
    ...placed.orphans.map(drawOrphanHeading),
    ...edges.map(({ edge, ...look }) => drawEdge(edge, look)),
    ...placed.gates.map((gate) => drawGate(gate, picture, measures)),
    ...modules,
  ];
}

const heightOf = ({ isOff, change }: EdgeLook): number =>
  change === "added" ? 2 : isOff || change === "removed" ? 0 : 1;

/** The height of a legend. */
const LEGEND = 30;

/** What the signs mean, for those that there are. */
function drawLegend({ marks }: DrawnChange): { readonly drawn: string; readonly width: number } {
  let width = 0;
  const parts = kindsIn(marks).map((kind) => {
    const x = width;
    width += 28 + smallWidth(kind) + 18;
    return `<g transform="translate(${number(x + 11)} 0)">${signBadge(kind)}<text class="muted" font-size="12" x="17" y="4">${kind}</text></g>`;
  });
  return { drawn: parts.join(""), width };
}

/** A change, for those who do not see the picture. */
function describeChange({ summary, marks }: DrawnChange, { scenario, cardOf }: Picture): string {
  const parts = kindsIn(marks).map((kind) => {
    const titles = scenario.modules
      .filter(({ pointer }) => marks.get(pointer)?.kind === kind)
      .map((module) => cardOf(module).title);
    return `${kind}: ${titles.slice(0, MOST_NOTES).join(", ")}${titles.length > MOST_NOTES ? " and more" : ""}`;
  });
  return [`A change of a scenario: ${summary}`, ...parts].join("; ");
}

function drawNotes(notes: readonly string[], width: number, top: number) {
  if (notes.length === 0) return { parts: [], height: 0 };
  const room = { size: FONT.note, width: width - 2 * MARGIN - 20, most: 4 };
  const lines = notes.slice(0, MOST_NOTES).flatMap((note) => breakLines(note, room).lines);
  const height = lines.length * LINE.note + 20;
  return {
    parts: [
      `<rect class="note" x="${MARGIN}" y="${number(top)}" width="${width - 2 * MARGIN}" height="${height}" rx="6"/>`,
      textLines(lines, { x: MARGIN + 10, y: top + 22, step: LINE.note, size: FONT.note, className: "noted" }),
    ],
    height: height + MARGIN,
  };
}

/** What there is, in a line. */
function factsOf({ modules }: Scenario, findings: ReadonlyMap<string, FindingMark>): string {
  const found = [...findings.values()].reduce((sum, { count }) => sum + count, 0);
  // What is about no module has no bubble to stand at.
  const general = findings.get("");
  return [
    counted(modules.length, "module"),
    ...(found > 0 ? [counted(found, "finding")] : []),
    ...(general ? [cut(general.message, 120)] : []),
  ].join(" · ");
}

/** For those who do not see the picture. */
function describe({ scenario, cardOf }: Picture): string {
  const [first] = scenario.flows[0]?.modules ?? [];
  const apps = [...new Set(scenario.modules.map((module) => cardOf(module).app))];
  const routes = scenario.modules.reduce((sum, module) => sum + module.routes.length + module.branches.length, 0);
  const handlers = scenario.modules.filter(({ handler }) => handler !== undefined).length;
  return [
    `A scenario of ${counted(scenario.modules.length, "module")}`,
    ...(first ? [`begins with ${cardOf(first).title}`] : []),
    ...(routes > 0 ? [`has ${counted(routes, "route")}`] : []),
    ...(handlers > 0 ? [`has ${counted(handlers, "error route")}`] : []),
    ...(apps.length > 0 ? [`uses ${apps.slice(0, 12).join(", ")}`] : []),
  ].join("; ");
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;
