// How an app is told from others at a glance: a colour and two letters.

/** Dark enough for white letters, and different enough from each other. */
export const PALETTE = [
  "#b42318",
  "#b54708",
  "#854d0e",
  "#4d6b0f",
  "#15743c",
  "#0f766e",
  "#0e7090",
  "#175cd3",
  "#3538cd",
  "#5925dc",
  "#7e22ce",
  "#a21caf",
  "#be185d",
  "#475467",
  "#8a3324",
  "#2f5d62",
] as const;

/** Colours that an app is known by; Make's own apps have some that differ, because they stand beside each other often. */
export const KNOWN_COLORS: Readonly<Record<string, string>> = {
  airtable: "#2d6fd2",
  asana: "#c0392b",
  datastore: "#175cd3",
  gateway: "#be185d",
  gmail: "#c5221f",
  "google-calendar": "#1967d2",
  "google-docs": "#1967d2",
  "google-email": "#c5221f",
  "google-forms": "#673ab7",
  "google-sheets": "#137333",
  hitl: "#0b5fff",
  http: "#3538cd",
  jira: "#0052cc",
  json: "#a21caf",
  linkedin: "#0a66c2",
  notion: "#2f3437",
  rss: "#b54708",
  slack: "#4a154b",
  typeform: "#262627",
  util: "#7e22ce",
  zendesk: "#03363d",
};

/** Make's own flow control stands back behind the apps. */
const FLOW_CONTROL = "#4d6b0f";

/** The same colour for the same app, always. */
export function appColor(slug: string): string {
  if (slug === "builtin") return FLOW_CONTROL;
  const known = Object.hasOwn(KNOWN_COLORS, slug) ? KNOWN_COLORS[slug] : undefined;
  if (known !== undefined) return known;
  let hash = 0;
  for (let index = 0; index < slug.length; index++) hash = (Math.imul(hash, 31) + slug.charCodeAt(index)) >>> 0;
  return PALETTE[hash % PALETTE.length] ?? PALETTE[0];
}

/** `GS` for Google Sheets, `Sl` for Slack; a short name in capitals stands as it is. */
export function appLetters(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [first = "?", second] = words;
  if (/^[A-Z]{2,4}$/u.test(first)) return first;
  if (second !== undefined) return `${[...first][0] ?? ""}${[...second][0] ?? ""}`.toUpperCase();
  const [head = "", next = ""] = [...first];
  return `${head.toUpperCase()}${next.toLowerCase()}`;
}

/** Words that are written in capitals. */
const ACRONYM = /^(?:ai|api|aws|crm|csv|ftp|gpt|html|http|id|pdf|sms|sql|url|xml)$/iu;

/** What an app that nobody described may be called: `Google Sheets` for `google-sheets`. */
export const appName = (slug: string): string =>
  slug
    .replace(/^app#/u, "")
    .split(/[-_\s]+/u)
    .filter((word, index, words) => word !== words[index - 1])
    .map((word) => (ACRONYM.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(" ")
    .trim();

/** What a module that nobody described may do: `Create Message` for `CreateMessage`. */
export const actionName = (module: string): string =>
  appName(module.replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, "$1 $2").replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2"));
