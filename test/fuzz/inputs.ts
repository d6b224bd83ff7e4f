// Inputs that nobody would write: any JSON, blueprints with something broken in them, and any bytes. Each follows from a
// seed, so that one that fails can be made again.

import { isObject } from "../../src/util/is-object.ts";

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What has broken programs before. */
const STRINGS = [
  "",
  "{{",
  "}}",
  "{{1.a}}",
  "{{1.`a`}}",
  "{{if(1.a; 2; 3)}}",
  "{{upper(",
  "{{((((((((((1.a))))))))))}}",
  '{{"a',
  "__proto__",
  "constructor",
  "toString",
  "length",
  "\u0000",
  "\u2028",
  "\ud800",
  "🙂",
  "a".repeat(10_000),
  "{{1.a}}".repeat(500),
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaa!",
  "http://{{1.a}}",
  "builtin:BasicRouter",
  "builtin:BasicIfElse",
  "builtin:BasicMerge",
  "builtin:Break",
  "util:SetVariable2",
  "text:equal",
  "2026-02-30T25:61:00Z",
  '{"a": [',
];
const SCALARS = [null, true, false, 0, -0, -1, 1, 1.5, 1e308, 2 ** 53, 4_294_967_295, Number.MIN_VALUE];
const KEYS = ["id", "module", "version", "flow", "routes", "branches", "onerror", "mapper", "parameters", "metadata"];
const MORE_KEYS = [
  "filter",
  "conditions",
  "a",
  "o",
  "b",
  "tools",
  "subflows",
  "designer",
  "scenario",
  "expect",
  "name",
];

export interface FuzzInput {
  readonly kind: "json" | "blueprint" | "text" | "bytes";
  readonly bytes: Uint8Array;
}

/** The input of a seed. `blueprints` are texts to be broken. */
export function inputOf(seed: number, blueprints: readonly string[]): FuzzInput {
  const random = randomOf(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

  function anyJson(depth: number): unknown {
    const kind = below(depth > 0 ? 6 : 3);
    if (kind === 0) return pick(SCALARS);
    if (kind === 1) return pick(STRINGS);
    if (kind === 2) return below(100);
    if (kind === 3) return Array.from({ length: below(4) }, () => anyJson(depth - 1));
    const keys = Array.from({ length: below(5) }, () => pick(random() < 0.8 ? [...KEYS, ...MORE_KEYS] : STRINGS));
    return Object.fromEntries(keys.map((key) => [key, anyJson(depth - 1)]));
  }

  /** Changes something somewhere in a value. */
  function broken(value: unknown): unknown {
    const containers: (unknown[] | Record<string, unknown>)[] = [];
    const collect = (item: unknown): void => {
      if (!Array.isArray(item) && !isObject(item)) return;
      containers.push(item as unknown[] | Record<string, unknown>);
      for (const child of Object.values(item)) collect(child);
    };
    collect(value);
    if (containers.length === 0) return anyJson(3);
    const container = pick(containers);
    const other = pick(containers);
    const keys = Object.keys(container);
    const key = keys.length > 0 ? pick(keys) : pick(KEYS);
    const target = container as Record<string, unknown>;
    const change = below(6);
    if (change === 0) target[key] = anyJson(2);
    else if (change === 1) delete target[key];
    else if (change === 2) target[pick([...KEYS, ...MORE_KEYS])] = anyJson(2);
    else if (change === 3) target[key] = structuredClone(other);
    else if (change === 4 && typeof target[key] === "string") target[key] = `${target[key]}${pick(STRINGS)}`;
    else if (change === 4) target[key] = pick(STRINGS);
    else if (Array.isArray(container))
      container.splice(below(container.length + 1), 0, structuredClone(pick(containers)));
    else target[key] = [target[key]];
    return value;
  }

  const kind = pick(["json", "blueprint", "blueprint", "blueprint", "text", "bytes"] as const);
  if (kind === "json") {
    const flow = Array.from({ length: below(5) }, () => anyJson(4));
    const json = random() < 0.5 ? anyJson(6) : { name: pick(STRINGS), flow, metadata: anyJson(3) };
    return { kind, bytes: encode(JSON.stringify(json)) };
  }
  if (kind === "bytes") return { kind, bytes: Uint8Array.from({ length: below(2_000) }, () => below(256)) };
  const text = pick(blueprints);
  if (kind === "blueprint") {
    let value = parsed(text);
    for (let change = below(6); change >= 0; change--) value = broken(value);
    return { kind, bytes: encode(JSON.stringify(value, null, below(3))) };
  }
  const bytes = encode(text).slice();
  for (let change = below(4); change >= 0; change--) {
    const at = below(bytes.length);
    if (random() < 0.5) bytes[at] = below(256);
    else bytes.copyWithin(at, below(bytes.length), below(bytes.length));
  }
  return { kind, bytes: random() < 0.3 ? bytes.slice(0, below(bytes.length)) : bytes };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
