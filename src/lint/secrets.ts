// What looks like a key, a token or a password in a scenario. Three signs count: the form that a service gives its
// keys, the name that a text stands under, and how random it is.

import type { JsonPlace, TextRange } from "../diagnostics/diagnostic.ts";
import { hasMapping } from "../iml/scan.ts";
import type { Module, Scenario } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";

export interface Secret {
  readonly module: Module;
  /** With an article: `a password`, `a token of Slack`. */
  readonly what: string;
  /** The secret itself, which no output may hold. */
  readonly value: string;
  /** Exactly what must not be shown. */
  readonly at: JsonPlace & { readonly range: TextRange };
}

/** All secrets that a scenario holds in plain text. Modules that hang on nothing are in the file as well. */
export function findSecrets(scenario: Scenario): readonly Secret[] {
  const known = found.get(scenario);
  if (known) return known;
  const secrets = scenario.modules.flatMap((module) => {
    const secrets: Secret[] = [];
    for (const part of PARTS) {
      const value = module.source[part];
      if (value) addWithin(secrets, module, value, "", [part]);
    }
    // What people call a module stands in every report.
    if (module.name !== undefined) addWithin(secrets, module, module.name, "", ["metadata", "designer", "name"]);
    return secrets;
  });
  found.set(scenario, secrets);
  return secrets;
}

/** Both a rule and whoever shows a text ask. */
const found = new WeakMap<Scenario, readonly Secret[]>();

/**
 * A text to be shown, with a dot for each character of a secret, so that all columns stay where they are. It need not be
 * the blueprint: what an author wrote holds the same secrets.
 */
export const maskSecrets = (text: string, scenario: Scenario): string =>
  covered(
    text,
    findSecrets(scenario).map(({ value }) => value),
  );

/** The same, for secrets that are known. */
export const covered = (text: string, secrets: readonly string[]): string =>
  secrets.reduce((masked, value) => {
    const inJson = JSON.stringify(value).slice(1, -1);
    return withoutBeginning(masked.replaceAll(inJson, dots(inJson)).replaceAll(value, dots(value)), value);
  }, text);

/** So much of a secret tells nothing. */
const TOO_LITTLE = 4;

/** Covers what stands of a secret in front of an ellipsis: messages show only the beginning of what is long. */
function withoutBeginning(text: string, value: string): string {
  let masked = text;
  for (let cut = masked.indexOf("…"); cut >= 0; cut = masked.indexOf("…", cut + 1)) {
    let length = Math.min(cut, value.length - 1);
    while (length > TOO_LITTLE && !masked.startsWith(value.slice(0, length), cut - length)) length--;
    if (length > TOO_LITTLE) masked = masked.slice(0, cut - length) + dots(value.slice(0, length)) + masked.slice(cut);
  }
  return masked;
}

const dots = (text: string): string => "•".repeat(text.length);

const PARTS = ["parameters", "mapper", "filter", "flags"] as const;

/** `path` leads to the value below the module, and is the same when this is done. */
function addWithin(found: Secret[], module: Module, value: unknown, name: string, path: (string | number)[]): void {
  if (typeof value === "string") {
    for (const { what, start, end } of secretsInText(value, name)) {
      const at = { pointer: pointer(module.pointer, ...path), range: { start, end } };
      found.push({ module, what, value: value.slice(start, end), at });
    }
  } else if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      addWithin(found, module, value[index], name, path);
      path.pop();
    }
  } else if (isObject(value)) {
    // A header, a parameter of a query, a variable.
    const pair = typeof value.name === "string" ? value.name : value.key;
    for (const key in value) {
      const ownName = key === "value" && typeof pair === "string" ? pair : key;
      path.push(key);
      addWithin(found, module, value[key], ownName, path);
      path.pop();
    }
  }
}

const NO_TEXTS: readonly FoundText[] = [];

interface FoundText extends TextRange {
  readonly what: string;
}

/** The secrets in a text that stands under a name. None lies within another. */
function secretsInText(text: string, name: string): readonly FoundText[] {
  if (text.length < SHORTEST) return NO_TEXTS;
  const kind = kindOfName(name);
  if (kind === undefined && !SIGN.test(text)) return NO_TEXTS;
  const texts: FoundText[] = [];
  const add = (what: string, value: string | undefined, [start, end]: readonly number[] = []): void => {
    if (value === undefined || start === undefined || end === undefined) return;
    if (!texts.some((other) => start < other.end && other.start < end)) texts.push({ what, start, end });
  };

  for (const { what, pattern } of HINT.test(text) ? FORMATS : []) {
    for (const match of text.matchAll(pattern)) {
      const [whole, part = whole] = match;
      if (isRandom(part) && !PLACEHOLDER.test(part)) add(what, part, match.indices?.[1] ?? match.indices?.[0]);
    }
  }
  for (const match of text.includes("@") ? text.matchAll(USER_INFO) : []) {
    if (isPassword(match[1])) add("a password", match[1], match.indices?.[1]);
  }
  for (const [sign, pattern] of [
    ["=", QUERY],
    ['"', JSON_MEMBER],
  ] as const) {
    for (const match of text.includes(sign) ? text.matchAll(pattern) : []) {
      const named = kindOfName(match[1] ?? "");
      if (named?.isSecret(match[2])) add(named.what, match[2], match.indices?.[2]);
    }
  }
  const match = kind && !hasMapping(text) ? WHOLE.exec(text) : null;
  if (kind?.isSecret(match?.[1])) add(kind.what, match?.[1], match?.indices?.[1]);
  return texts.sort((a, b) => a.start - b.start);
}

const SHORTEST = 6;
/** A part that each of the formats below has: most texts need not be held against all of them. */
const HINT =
  /AIza|AKIA|ASIA|SG\.|eyJ|sk-|[rs]k_|gh[opsur]_|github_pat_|glpat-|xox[abeprs]-|pat\w{14}\.|pat-[en]|secret_|ntn_|hf_|:AA|\/(?:api\/webhooks|services)\/|KEY-----|apify_|[Bb]earer|BEARER/;
/** Without any of these, only a text's own name can make a secret of it. */
const SIGN = new RegExp(`["=@]|${HINT.source}`);

/** How services write their keys. The first group, if there is one, is the secret. */
const FORMATS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,200}/dg },
  { what: "a key of Anthropic", pattern: /\bsk-ant-[\w-]{20,}/dg },
  { what: "a key of OpenAI", pattern: /\bsk-(?:proj-|svcacct-|admin-)?[\w-]{20,}/dg },
  { what: "a key of Stripe", pattern: /\b[rs]k_(?:live|test)_\w{16,}/dg },
  { what: "a key of Google", pattern: /\bAIza[\w-]{35}/dg },
  { what: "a key of AWS", pattern: /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/dg },
  { what: "a key of SendGrid", pattern: /\bSG\.[\w-]{20,}\.[\w-]{20,}/dg },
  { what: "a token of GitHub", pattern: /\b(?:gh[opsur]_\w{30,}|github_pat_\w{30,})/dg },
  { what: "a token of GitLab", pattern: /\bglpat-[\w-]{20,}/dg },
  { what: "a token of Slack", pattern: /\bxox[abeprs]-[\w-]{10,}/dg },
  { what: "a token of Airtable", pattern: /\bpat\w{14}\.[\da-f]{64}\b/dg },
  { what: "a token of HubSpot", pattern: /\bpat-(?:na|eu)\d-[\da-f-]{36}\b/dg },
  { what: "a token of Notion", pattern: /\b(?:secret_[A-Za-z\d]{40,}|ntn_[A-Za-z\d]{40,})\b/dg },
  { what: "a token of Apify", pattern: /\bapify_api_\w{30,}/dg },
  { what: "a token of Hugging Face", pattern: /\bhf_[A-Za-z\d]{30,}\b/dg },
  { what: "a token of a Telegram bot", pattern: /(?:(?<![A-Za-z\d])|(?<=\/bot))\d{8,10}:AA[\w-]{32,}/dg },
  { what: "the address of a webhook of Slack", pattern: /\bhooks\.slack\.com\/services\/\w+\/\w+\/(\w{20,})/dg },
  {
    what: "the address of a webhook of Discord",
    pattern: /\bdiscord(?:app)?\.com\/api\/webhooks\/\d+\/([\w-]{50,})/dg,
  },
  { what: "a web token", pattern: /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{16,}/dg },
  { what: "a bearer token", pattern: /\bBearer\s+([\w.~+/=-]{20,})/dgi },
];

/** `https://user:password@host`. */
const USER_INFO = /\b[a-z][a-z\d+.-]{0,20}:\/\/[^\s/?#@:{}]{0,100}:([^\s/?#@{}]{1,200})@/dgi;
/** `?key=value` in an address or a form. */
const QUERY = /(?:[?&;]|^)([\w.-]{1,60})=([^&\s#"'{}<>]{6,})/dg;
/** `"key": "value"` in JSON. */
const JSON_MEMBER = /"([^"\\{}]{1,60})"\s*:\s*"([^"\\{}\s]{6,})"/dg;
/** A whole text, with or without the name of a scheme in front. */
const WHOLE = /^\s*(?:(?:basic|bearer|bot|token|api-?key|key)\s+)?(\S+)\s*$/di;

interface NameKind {
  readonly what: string;
  readonly isSecret: (value: string | undefined) => boolean;
}

/** Names end in what they are: `client_secret`, `X-Api-Key`, `authPass`; `max_tokens` and `key` are none. */
const PASSWORD_NAME = /(?:^|[_\-\s.])(?:password|passwd|passphrase|pwd|pass)$/i;
const KEY_NAME =
  /(?:^|[_\-\s.])(?:secret|(?:\w*api|access|private|secret|signing|auth|service|subscription|client)[_\-\s]?key)$/i;
const TOKEN_NAME = /(?:^|[_\-\s.])(?:token|authorization|bearer)$/i;

/** The same few names stand in a blueprint again and again. */
const kinds = new Map<string, NameKind | undefined>();

function kindOfName(name: string): NameKind | undefined {
  if (name.length > 60) return undefined;
  if (kinds.size > 10_000) kinds.clear();
  if (!kinds.has(name)) kinds.set(name, findKind(name));
  return kinds.get(name);
}

function findKind(name: string): NameKind | undefined {
  const words = name.trim().replace(/([a-z\d])([A-Z])/g, "$1_$2");
  if (PASSWORD_NAME.test(words)) return { what: "a password", isSecret: isPassword };
  if (KEY_NAME.test(words)) return { what: "a key", isSecret: isKey };
  if (!TOKEN_NAME.test(words)) return undefined;
  return { what: "a token", isSecret: (value) => isKey(value) && !COIN_ADDRESS.test(value ?? "") };
}

/** What is called a token in the trade with crypto-currencies, and is public. */
const COIN_ADDRESS = /^(?:0x[\da-fA-F]{40,64}|[1-9A-HJ-NP-Za-km-z]{43,44})$/;

const isPassword = (value: string | undefined): boolean =>
  value !== undefined && value.length >= 6 && !PLACEHOLDER.test(value) && !isWord(value) && bitsOf(value) >= 1.9;

const isKey = (value: string | undefined): boolean =>
  value !== undefined && value.length >= 12 && /\d/.test(value) && !PLACEHOLDER.test(value) && isRandom(value);

/** What stands where a secret is to be filled in. */
const PLACEHOLDER =
  /your|x{3}|\*{3}|\.{3}|…|[<>[\]]|replace|redact|example|placeholder|change.?me|dummy|insert|todo|api[_-]?key|(?:access|api|auth)[_-]token|_?(?:here|secret|password|token)$/i;
/** The name of a variable in capitals, a kind of value, or no value at all. */
const CAPITALS = /^[A-Z]+(?:_[A-Z\d]+)+$/;
const WORDS = /^(?:password\d*|secret\d*|none|null|undefined|true|false|string|text|hidden)$/i;

const isWord = (value: string): boolean => CAPITALS.test(value) || WORDS.test(value);

const isRandom = (value: string): boolean => !isWord(value) && bitsOf(value) >= 2.9;

/** Shannon's entropy of the characters of a text: 0 for `aaaa`, about 3.7 for 32 hex digits. */
function bitsOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
