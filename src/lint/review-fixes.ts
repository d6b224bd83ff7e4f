// Fixes of what a request for human review sends: of a value of the blueprint, or of a part of the JSON text in one.

import type { Json } from "../blueprint/blueprint.ts";
import type { JsonPlace } from "../diagnostics/diagnostic.ts";
import type { Module } from "../model/scenario.ts";
import { isObject } from "../util/is-object.ts";
import { pointer, resolvePointer } from "../util/json-pointer.ts";
import type { ReviewRequest } from "./review-request.ts";
import type { ObjectField, RequestField } from "./review-request-field.ts";
import type { Fix } from "./rule.ts";
import { type PartialEdit, textFix } from "./text-fix.ts";

type Safety = Fix["safety"];

/** The text or value of a module at a place that stands in it. */
export const valueAt = ({ source, pointer: start }: Module, { pointer: at }: JsonPlace): unknown =>
  resolvePointer(source, at.slice(start.length));

/** Another value in the place of a field's. */
export function writeField(safety: Safety, { module }: ReviewRequest, { at }: RequestField, value: Json) {
  if (at.range === undefined) return { safety, patch: [{ op: "replace", path: at.pointer, value }] } satisfies Fix;
  return textFix(safety, at.pointer, valueAt(module, at), [{ range: at.range, text: JSON.stringify(value) }]);
}

/** Other values in the place of several, if all are parts of one text. */
export function writeParts(
  safety: Safety,
  { module }: ReviewRequest,
  parts: readonly { readonly at: JsonPlace; readonly value: Json }[],
): Fix | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const edits: readonly PartialEdit[] = parts.flatMap(({ at: { range }, value }) =>
    range ? [{ range, text: JSON.stringify(value) }] : [],
  );
  return edits.length < parts.length ? undefined : textFix(safety, first.at.pointer, valueAt(module, first.at), edits);
}

/** Another name for a member of an object, unless that has one of this name. */
export function renameField(
  safety: Safety,
  { module }: ReviewRequest,
  owner: ObjectField | RequestField | undefined,
  { name }: RequestField,
  to: string,
): Fix | undefined {
  if (!isObject(owner?.value) || Object.hasOwn(owner.value, to)) return undefined;
  const { pointer: from, range } = name;
  if (range) return textFix(safety, from, valueAt(module, name), [{ range, text: JSON.stringify(to) }]);
  const path = pointer(from.slice(0, from.lastIndexOf("/")), to);
  return { safety, patch: [{ op: "move", from, path }] };
}

/** A list without one of its items, which is not the first. */
export function removeItem(
  safety: Safety,
  { module }: ReviewRequest,
  before: RequestField | undefined,
  { at }: RequestField,
): Fix | undefined {
  if (at.range === undefined) return { safety, patch: [{ op: "remove", path: at.pointer }] };
  const start = before?.at.range?.end;
  if (start === undefined) return undefined;
  return textFix(safety, at.pointer, valueAt(module, at), [{ range: { start, end: at.range.end }, text: "" }]);
}

/** A number, or `true` or `false`, that stands in quotes: without them. */
export function unquote(request: ReviewRequest, field: RequestField, kind: "boolean" | "number"): Fix | undefined {
  if (field.kind !== "string") return undefined;
  const text = field.value.trim().toLowerCase();
  const isMeant = kind === "number" ? /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/u.test(text) : /^(?:true|false)$/u.test(text);
  return isMeant ? writeField("safe", request, field, JSON.parse(text)) : undefined;
}

/** An object that stands in quotes as the text of itself: without them, and written as before. */
export function unquoteObject({ module, form }: ReviewRequest, field: RequestField): Fix | undefined {
  const { range } = field.at;
  if (form !== "http" || field.kind !== "string" || range === undefined || !isJsonObject(field.value)) return undefined;
  return textFix("safe", field.at.pointer, valueAt(module, field.at), [{ range, text: field.value.trim() }]);
}

function isJsonObject(text: string): boolean {
  try {
    return isObject(JSON.parse(text));
  } catch {
    return false;
  }
}
