// What looks like a key, a token or a password in a text. Three signs count: the form that a service gives its keys, the
// name that a text stands under, and how random it is.

import type { TextRange } from "../diagnostics/diagnostic.ts";
import { findMapping, hasMapping } from "../iml/scan.ts";
import { type SpokenText, spokenTexts } from "./spoken-texts.ts";

export interface FoundText extends TextRange {
  /** With an article: `a password`, `a token of Slack`. */
  readonly what: string;
}

const NO_TEXTS: readonly FoundText[] = [];

/** The secrets in a text that stands under a name. None lies within another. */
export function secretsInText(text: string, name: string): readonly FoundText[] {
  if (text.length < SHORTEST) return NO_TEXTS;
  const kind = kindOfName(name);
  if (kind === undefined && !SIGN.test(text)) return NO_TEXTS;
  const isCookie = COOKIE_NAME.test(name);
  const texts: FoundText[] = [];
  const add = (found: FoundText): void => {
    if (!texts.some((other) => found.start < other.end && other.start < found.end)) texts.push(found);
  };

  const isMapped = hasMapping(text);
  const hasHint = HINT.test(text);
  lookThrough(text, { kind: isMapped ? undefined : kind, isCookie, hasHint }, add);
  if (
    isMapped &&
    (kind !== undefined || isCookie || hasHint) &&
    mayPutTogether(text, kind === undefined && !isCookie)
  ) {
    for (const spoken of spokenTexts(text)) {
      lookThrough(
        spoken.text,
        { kind: isAll(spoken) ? kind : undefined, isCookie, hasHint: true },
        ({ what, ...range }) => {
          for (const written of writtenAt(spoken, range)) add({ what, ...written });
        },
      );
    }
  }
  return texts.sort((a, b) => a.start - b.start);
}

/** Most mappings have no text of their own in them, and need not be parsed. */
function mayPutTogether(text: string, needsHint: boolean): boolean {
  for (let at = 0; ; ) {
    const mapping = findMapping(text, at);
    if (mapping === undefined || "unclosed" in mapping) return false;
    const written = text.slice(mapping.start, mapping.end);
    // The name of a scheme may stand in front.
    const around = text.slice(Math.max(at, mapping.start - "Bearer ".length), mapping.end);
    if (/["']/.test(written) && (!needsHint || HINT.test(around))) return true;
    at = mapping.end;
  }
}

/** Whether nothing else makes up the value. A word to choose (`unknown`) is no password for being random enough. */
const isAll = ({ text, isChoice }: SpokenText): boolean => !text.includes("\0") && (!isChoice || /\d/.test(text));

/** The places at which the pieces of a secret are written. A few letters of it tell nothing, and stand elsewhere, too. */
const writtenAt = ({ pieces }: SpokenText, { start, end }: TextRange): readonly TextRange[] =>
  pieces
    .map((piece) => ({
      start: piece.start + Math.max(0, start - piece.at),
      end: Math.min(piece.end, piece.start + end - piece.at),
    }))
    .filter((range) => range.end - range.start >= SHORTEST);

interface TextFacts {
  /** What its name says of the whole text; without a kind, only a part of it can be a secret. */
  readonly kind: NameKind | undefined;
  readonly isCookie: boolean;
  readonly hasHint: boolean;
}

function lookThrough(text: string, { kind, isCookie, hasHint }: TextFacts, found: (text: FoundText) => void): void {
  if (hasHint) {
    for (const { what, pattern } of FORMATS) {
      for (const match of text.matchAll(pattern)) {
        const [whole, part = whole] = match;
        const start = match.index + whole.lastIndexOf(part);
        if (isRandom(part) && !PLACEHOLDER.test(part)) found({ what, start, end: start + part.length });
      }
    }
  }
  if (text.includes("@")) lookFor(text, USER_INFO, () => PASSWORD, found);
  if (text.includes("=")) lookFor(text, QUERY, kindOfName, found);
  if (text.includes('"')) lookFor(text, JSON_MEMBER, kindOfName, found);
  if (isCookie) lookFor(text, COOKIE, (cookie) => (PUBLIC_COOKIE.test(cookie) ? undefined : A_COOKIE), found);
  const value = kind && WHOLE.exec(text)?.[1];
  if (value !== undefined && kind?.isSecret(value)) {
    const start = text.lastIndexOf(value);
    found({ what: kind.what, start, end: start + value.length });
  }
}

/** The first group of the pattern is a name, the second what may be secret. */
function lookFor(
  text: string,
  pattern: RegExp,
  kindOf: (name: string) => NameKind | undefined,
  found: (text: FoundText) => void,
): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const [whole, name = "", value = ""] = match;
    const named = kindOf(name);
    if (!named?.isSecret(value)) continue;
    const start = match.index + whole.lastIndexOf(value);
    found({ what: named.what, start, end: start + value.length });
  }
}

const SHORTEST = 6;
/** A part that each of the formats below has: most texts need not be held against all of them. */
const HINT =
  /AIza|AKIA|ASIA|SG\.|eyJ|sk-|[rs]k_|gh[opsur]_|github_pat_|glpat-|xox[abeprs]-|pat\w{14}\.|pat-[en]|secret_|ntn_|hf_|:AA|\/(?:api\/webhooks|services)\/|KEY-----|apify_|[Bb]earer|BEARER/;
/** Without any of these, only a text's own name can make a secret of it. */
const SIGN = new RegExp(`["=@]|${HINT.source}`);

/** How services write their keys. The first group, if there is one, is the secret. */
const FORMATS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]{0,200}/g },
  { what: "a key of Anthropic", pattern: /\bsk-ant-[\w-]{20,}/g },
  { what: "a key of OpenAI", pattern: /\bsk-(?:proj-|svcacct-|admin-)?[\w-]{20,}/g },
  { what: "a key of Stripe", pattern: /\b[rs]k_(?:live|test)_\w{16,}/g },
  { what: "a key of Google", pattern: /\bAIza[\w-]{35}/g },
  { what: "a key of AWS", pattern: /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g },
  { what: "a key of SendGrid", pattern: /\bSG\.[\w-]{20,}\.[\w-]{20,}/g },
  { what: "a token of GitHub", pattern: /\b(?:gh[opsur]_\w{30,}|github_pat_\w{30,})/g },
  { what: "a token of GitLab", pattern: /\bglpat-[\w-]{20,}/g },
  { what: "a token of Slack", pattern: /\bxox[abeprs]-[\w-]{10,}/g },
  { what: "a token of Airtable", pattern: /\bpat\w{14}\.[\da-f]{64}\b/g },
  { what: "a token of HubSpot", pattern: /\bpat-(?:na|eu)\d-[\da-f-]{36}\b/g },
  { what: "a token of Notion", pattern: /\b(?:secret_[A-Za-z\d]{40,}|ntn_[A-Za-z\d]{40,})\b/g },
  { what: "a token of Apify", pattern: /\bapify_api_\w{30,}/g },
  { what: "a token of Hugging Face", pattern: /\bhf_[A-Za-z\d]{30,}\b/g },
  { what: "a token of a Telegram bot", pattern: /(?:(?<![A-Za-z\d])|(?<=\/bot))\d{8,10}:AA[\w-]{32,}/g },
  { what: "the address of a webhook of Slack", pattern: /\bhooks\.slack\.com\/services\/\w+\/\w+\/(\w{20,})/g },
  {
    what: "the address of a webhook of Discord",
    pattern: /\bdiscord(?:app)?\.com\/api\/webhooks\/\d+\/([\w-]{50,})/g,
  },
  { what: "a web token", pattern: /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{16,}/g },
  { what: "a bearer token", pattern: /\bBearer\s+([\w.~+/=-]{20,})/gi },
];

/** `https://user:password@host`. */
const USER_INFO = /\b[a-z][a-z\d+.-]{0,20}:\/\/([^\s/?#@:{}]{0,100}):([^\s/?#@{}]{1,200})@/gi;
/** `?key=value` in an address or a form. */
const QUERY = /(?:[?&;]|^)([\w.-]{1,60})=([^&\s#"'{}<>]{6,})/g;
/** `"key": "value"` in JSON. */
const JSON_MEMBER = /"([^"\\{}]{1,60})"\s*:\s*"([^"\\{}\s]{6,})"/g;
/** What a browser says of itself to be known again; who sends the same is taken for it. */
const COOKIE_NAME = /^cookie$/i;
const COOKIE = /(?:^|;)\s*([^=;\s]{1,60})=([^;,\s"{}]{16,})/g;
/** Those that only count visitors, or keep what they have agreed to. */
const PUBLIC_COOKIE =
  /^(?:_g(?:a|id|at|cl)|_fb|_hj|_uet|_tt|__utm|ajs_|amplitude|mp_|optanon|cookie|euconsent|consent|intercom-id)/i;
/** A whole text, with or without the name of a scheme in front. */
const WHOLE = /^\s*(?:(?:basic|bearer|bot|token|api-?key|key)\s+)?(\S+)\s*$/i;

interface NameKind {
  readonly what: string;
  readonly isSecret: (value: string) => boolean;
}

/** Names end in what they are: `client_secret`, `X-Api-Key`, `authPass`; `max_tokens` and `key` are none. */
const PASSWORD_NAME = /(?:^|[_\-\s.])(?:password|passwd|passphrase|pwd|pass)$/i;
const KEY_NAME =
  /(?:^|[_\-\s.])(?:secret|(?:\w*api|access|private|secret|signing|auth|service|subscription|client)[_\-\s]?key)$/i;
const TOKEN_NAME = /(?:^|[_\-\s.])(?:token|authorization|bearer)$/i;

const PASSWORD: NameKind = { what: "a password", isSecret: (value) => isPassword(value) };
const A_COOKIE: NameKind = { what: "a cookie", isSecret: (value) => isKey(value) };

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
  if (PASSWORD_NAME.test(words)) return PASSWORD;
  if (KEY_NAME.test(words)) return { what: "a key", isSecret: isKey };
  if (!TOKEN_NAME.test(words)) return undefined;
  return { what: "a token", isSecret: (value) => isKey(value) && !COIN_ADDRESS.test(value) };
}

/** What is called a token in the trade with crypto-currencies, and is public. */
const COIN_ADDRESS = /^(?:0x[\da-fA-F]{40,64}|[1-9A-HJ-NP-Za-km-z]{43,44})$/;

const isPassword = (value: string): boolean =>
  value.length >= 6 && !PLACEHOLDER.test(value) && !isWord(value) && bitsOf(value) >= 1.9;

const isKey = (value: string): boolean =>
  value.length >= 12 && /\d/.test(value) && !PLACEHOLDER.test(value) && isRandom(value);

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
