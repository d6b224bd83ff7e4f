import type { JsonPlace } from "../../diagnostics/diagnostic.ts";
import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { type ModuleReference, moduleReferences } from "../../model/mappings.ts";
import { describeModule, fieldPlace } from "../../model/module-place.ts";
import { type Module, next, type Scenario } from "../../model/scenario.ts";
import { isObject } from "../../util/is-object.ts";
import { defineRule } from "../rule.ts";

/** A Resume that gives nothing in place of an output that later modules read: they go on with empty values. */
export const resumeWithoutSubstitute = defineRule({
  id: "resume-without-substitute",
  category: "reliability",
  summary: "A Resume gives no substitute for what later modules read",
  severity: { recommended: "warning", strict: "error" },
  since: "0.1.0",

  messages: {
    nothing: (d: { resume: string; reader: string; failed: string }) =>
      `\`${d.resume}\` gives no substitute, although \`${d.reader}\` reads what \`${d.failed}\` gives`,
    field: (d: { resume: string; reader: string; field: string }) =>
      `\`${d.resume}\` gives no substitute for \`${d.field}\`, which \`${d.reader}\` reads`,
  },

  check({ scenario, report }) {
    const resumes = connectedModules(scenario).filter(
      // With modules behind it, it stands in the wrong place first of all.
      (module) => module.type === "builtin:Resume" && module.flow.kind === "handler" && next(module) === undefined,
    );
    if (resumes.length === 0) return;
    const readers = readersOf(scenario);
    for (const resume of resumes) {
      const failed = resume.flow.owner;
      const reads = (failed && readers.get(failed.id)) ?? [];
      const substitute: unknown = resume.source.mapper;
      const missing = reads.find(({ field }) => !isObject(substitute) || !Object.hasOwn(substitute, field));
      if (failed === undefined || missing === undefined) continue;
      const { reader, field, at } = missing;
      const names = { resume: describeModule(resume), reader: describeModule(reader) };
      const more = {
        at: fieldPlace(resume, "mapper"),
        help: "Give it a value that the modules behind it can work with, or use Ignore to leave the bundle out",
        related: [{ message: "It is read here", at }],
      };
      if (isEmpty(substitute)) report("nothing", { data: { ...names, failed: describeModule(failed) }, ...more });
      else report("field", { data: { ...names, field }, ...more });
    }
  },
});

const isEmpty = (mapper: unknown): boolean => !isObject(mapper) || Object.keys(mapper).length === 0;

interface Read {
  readonly reader: Module;
  /** The first part of the path, which is what a substitute has values for. */
  readonly field: string;
  readonly at: JsonPlace;
}

/** Who reads the output of each module, outside of error handlers: in its own one it has failed. */
function readersOf(scenario: Scenario): ReadonlyMap<number, readonly Read[]> {
  const readers = new Map<number, Read[]>();
  for (const reader of connectedModules(scenario)) {
    if (isInside(reader, "handler")) continue;
    for (const mapped of moduleReferences(reader)) {
      const field = fieldOf(mapped);
      if (field === undefined) continue;
      const { id } = mapped.reference.root;
      const reads = readers.get(id) ?? [];
      reads.push({ reader, field, at: mapped.place });
      readers.set(id, reads);
    }
  }
  return readers;
}

/** What Make counts itself (`__IMTINDEX__` and the like) needs no substitute. */
function fieldOf({ reference: { path } }: ModuleReference): string | undefined {
  const [first] = path;
  return first?.kind === "property" && !first.name.startsWith("__IMT") && first.name !== "error"
    ? first.name
    : undefined;
}
