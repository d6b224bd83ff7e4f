// The pages of a live view: all scenarios with what is said of them, and each one with its picture.

import type { Severity } from "../diagnostics/diagnostic.ts";
import { count, shownPlace, sumOf, worstFirst } from "../lint/formats/shown.ts";
import { escapeXml } from "../render/harmless.ts";
import { digest, type LivePage, livePage, preformatted } from "./document.ts";
import type { LiveState, LiveView } from "./live-state.ts";

export interface PageContext {
  /** What is shown, in a word: the folder. */
  readonly project: string;
  /** What is wrong, as a terminal shows it; empty when nothing is. */
  readonly problems: string;
}

/** More than this nobody reads here. */
const MOST_FINDINGS = 100;

/** What there is before anything was built. */
export const waitingPage = (project: string): LivePage =>
  livePage({
    title: `${project} · Cyanotype`,
    header: `<h1>${escapeXml(project)}</h1>`,
    body: "<main><p>The scenarios are being compiled for the first time …</p></main>",
  });

/** The page of all scenarios. */
export function indexPage({ views, problems, report, leftOver }: LiveState, context: PageContext): LivePage {
  const scenarios = byScenario(views);
  const cards = scenarios.map(cardOf).join("\n");
  return livePage({
    title: `${context.project} · Cyanotype`,
    header: `<h1>${escapeXml(context.project)}</h1>\n<span class="faint">Cyanotype, live</span>`,
    body: `<main>
${problemsBox(problems.length, "Blueprints are written again when this is mended.", context)}
${report.files > 0 ? `<p>${escapeXml(`${count(scenarios.length, "scenario")} · ${sumOf(report)}`)}</p>` : ""}
<ul class="cards">
${cards}
</ul>
${leftOverBox(leftOver)}
</main>`,
  });
}

/** The page of a scenario: a frame around its picture, which is a page of its own. */
export function viewPage(view: LiveView, { problems }: LiveState, context: PageContext): LivePage {
  const { path, name, environment, file, text, findings, isStale } = view;
  const box = isStale
    ? problemsBox(problems.length, "The picture shows the scenario as it was before.", context)
    : problems.length > 0
      ? `<section class="problems"><a href="/">${escapeXml(`${count(problems.length, "problem")} elsewhere`)}</a></section>`
      : "";
  return livePage(
    {
      title: `${name} · Cyanotype`,
      header: `<a href="/">All scenarios</a>
<h1>${escapeXml(name)}</h1>
<span class="faint">${escapeXml([environment, file].filter(Boolean).join(" · "))}</span>
${verdict(view)}`,
      body: `${box}
<iframe src="${addressOf("/picture", path)}" title="${escapeXml(name)}" sandbox="allow-scripts"></iframe>`,
    },
    digest(text + JSON.stringify(findings)),
  );
}

/** The page of a scenario that is not there, or not any more. It becomes the scenario's when that comes back. */
export function gonePage(path: string, { problems }: LiveState, context: PageContext): LivePage {
  return livePage({
    title: "Gone · Cyanotype",
    header: '<a href="/">All scenarios</a>\n<h1>There is no such scenario</h1>',
    body: `<main>
${problemsBox(problems.length, "", context)}
<p>${escapeXml(`No scenario is printed as ${path}: it was renamed or removed, or has never been compiled.`)}</p>
</main>`,
  });
}

/** The forms of one scenario stand one after the other. */
function byScenario(views: readonly LiveView[]): readonly (readonly LiveView[])[] {
  const scenarios: LiveView[][] = [];
  for (const view of views) {
    const last = scenarios.at(-1);
    if (last?.[0]?.file === view.file && last[0].name === view.name) last.push(view);
    else scenarios.push([view]);
  }
  return scenarios;
}

function cardOf(forms: readonly LiveView[]): string {
  const [first] = forms;
  if (first === undefined) return "";
  const lines = forms.map((view) => {
    return `<li>${linkTo(view, view.environment ?? "picture")} ${verdict(view)}${findingsOf(view)}</li>`;
  });
  return `<li>
<h2>${linkTo(first, first.name)}</h2>
<p class="file">${escapeXml(first.file)}</p>
<ul>
${lines.join("\n")}
</ul>
</li>`;
}

const linkTo = ({ path }: LiveView, words: string): string =>
  `<a href="${addressOf("/view", path)}">${escapeXml(words)}</a>`;

const addressOf = (page: string, path: string): string => `${page}?${new URLSearchParams({ of: path })}`;

const NOUNS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "remark" };

/** What is said of a scenario, in a word or two. */
function verdict({ findings, isStale, environment }: LiveView): string {
  if (isStale) {
    return `<span class="verdict error">stale: ${environment === undefined ? "cannot be read" : "does not compile"}</span>`;
  }
  const parts = (["error", "warning", "info"] as const).flatMap((severity) => {
    const found = findings.filter((finding) => finding.severity === severity).length;
    return found === 0 ? [] : [`<span class="verdict ${severity}">${count(found, NOUNS[severity])}</span>`];
  });
  return parts.join(" ") || '<span class="verdict none">✓ nothing to report</span>';
}

function findingsOf({ findings, isStale }: LiveView): string {
  if (isStale || findings.length === 0) return "";
  const lines = worstFirst(findings)
    .slice(0, MOST_FINDINGS)
    .map((finding) => {
      const { path, line, column } = shownPlace(finding);
      return `${path}:${line}:${column}  ${NOUNS[finding.severity]}  ${finding.message}  ${finding.rule}`;
    });
  const more = findings.length - lines.length;
  return `<details><summary>What is found</summary>${preformatted([...lines, ...(more > 0 ? [`… and ${more} more`] : [])].join("\n"))}</details>`;
}

function leftOverBox(paths: readonly string[]): string {
  if (paths.length === 0) return "";
  const files = `${count(paths.length, "file")} left over, which no scenario prints`;
  return `<details><summary>${files}</summary>${preformatted(paths.join("\n"))}</details>`;
}

function problemsBox(problems: number, meaning: string, context: PageContext): string {
  if (problems === 0) return "";
  return `<section class="problems" role="alert">
<h2>${count(problems, "problem")}</h2>
<p class="file">${escapeXml(meaning)}</p>
${preformatted(context.problems)}
</section>`;
}
