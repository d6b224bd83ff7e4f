// The exact difference of two JSON documents as a patch (RFC 6902).

import { isDeepEqual } from "../util/is-deep-equal.ts";
import { isObject } from "../util/is-object.ts";
import { pointer } from "../util/json-pointer.ts";

export type PatchOperation =
  | { readonly op: "add" | "replace"; readonly path: string; readonly value: unknown }
  | { readonly op: "remove"; readonly path: string };

/** What is to be done to `before` to have `after`. The order of keys is no difference. */
export function createPatch(before: unknown, after: unknown): readonly PatchOperation[] {
  const operations: PatchOperation[] = [];
  compare(before, after, "");
  return operations;

  function compare(a: unknown, b: unknown, at: string): void {
    if (Array.isArray(a) && Array.isArray(b)) compareLists(a, b, at);
    else if (isObject(a) && isObject(b)) compareObjects(a, b, at);
    else if (!isDeepEqual(a, b)) operations.push({ op: "replace", path: at, value: b });
  }

  function compareObjects(
    a: Readonly<Record<string, unknown>>,
    b: Readonly<Record<string, unknown>>,
    at: string,
  ): void {
    for (const key of Object.keys(a)) {
      if (!Object.hasOwn(b, key)) operations.push({ op: "remove", path: pointer(at, key) });
      else compare(a[key], b[key], pointer(at, key));
    }
    for (const key of Object.keys(b)) {
      if (!Object.hasOwn(a, key)) operations.push({ op: "add", path: pointer(at, key), value: b[key] });
    }
  }

  /** Items in front and at the end that are the same stay; what is between them is compared in its order. */
  function compareLists(a: readonly unknown[], b: readonly unknown[], at: string): void {
    const shorter = Math.min(a.length, b.length);
    let front = 0;
    while (front < shorter && isDeepEqual(a[front], b[front])) front++;
    let back = 0;
    while (back < shorter - front && isDeepEqual(a[a.length - 1 - back], b[b.length - 1 - back])) back++;
    for (let index = front; index < shorter - back; index++) compare(a[index], b[index], pointer(at, index));
    // From the end, so that the places of the others stay.
    for (let index = a.length - back - 1; index >= shorter - back; index--) {
      operations.push({ op: "remove", path: pointer(at, index) });
    }
    for (let index = shorter - back; index < b.length - back; index++) {
      operations.push({ op: "add", path: pointer(at, index), value: b[index] });
    }
  }
}
