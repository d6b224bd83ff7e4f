// Blueprints of any shape that fits the schema: what Make's editor might export, and what nobody should.

import fc from "fast-check";
import {
  aggregator,
  condition,
  directive,
  fieldDescription,
  filter,
  iterator,
  type JsonObject,
  knownModule,
  maybe,
  metadata,
  placeholder,
  repeater,
  unknownKeys,
  unknownModule,
  without,
} from "./any-module.ts";
import { anyKey, anyName, anyValue } from "./any-text.ts";

/** A module without its id, which is given when the tree is complete. */
interface Draft {
  readonly object: JsonObject;
  /** Flows inside, by the key that they stand under, with what stands around each. */
  readonly children: readonly { readonly key: string; readonly around: JsonObject; readonly flow: readonly Draft[] }[];
  /** An aggregator collects from the module this far in front of it. */
  readonly collects?: number;
}

/** What a merge gives, by name: a value for each branch. */
const merge = fc.array(fc.tuple(anyKey, fc.array(anyValue, { maxLength: 3 })), { minLength: 1, maxLength: 2 });

const leaf = (object: JsonObject): Draft => ({ object, children: [] });

const drafts = fc.letrec<{ flow: readonly Draft[]; module: Draft; handler: readonly Draft[] }>((tie) => {
  const nested = (key: "flow" | "handler" = "flow") => tie(key) as fc.Arbitrary<readonly Draft[]>;
  const nestedOrNone = fc.oneof({ weight: 60, arbitrary: nested() }, fc.constant([]));
  const branchOf = (more: fc.Arbitrary<JsonObject>) => fc.tuple(more, unknownKeys, nestedOrNone);
  const split = fc.oneof(
    fc
      .tuple(
        fc.array(branchOf(fc.record({ disabled: maybe(fc.boolean(), 0.5) }).map(without)), {
          minLength: 1,
          maxLength: 3,
        }),
        maybe(fc.constantFrom(0, 1, 2, 7)),
        maybe(unknownKeys),
        maybe(
          fc.array(fc.constantFrom("open", "closed", "Otherwise", "name", '"', "1"), { minLength: 3, maxLength: 3 }),
        ),
      )
      .map(
        ([routes, otherwise, more, answers]): Draft => ({
          object: {
            module: "builtin:BasicRouter",
            version: 1,
            mapper: null,
            routes: [],
            ...(otherwise === undefined && more === undefined
              ? {}
              : { parameters: without({ ...more, else: otherwise }) }),
          },
          children: routes.map(([known, unknown, flow], index) => ({
            key: "routes",
            around: { ...unknown, ...known },
            flow: answers && index !== otherwise ? answering(flow, answers[index]) : flow,
          })),
        }),
      ),
    fc
      .tuple(
        fc.array(
          branchOf(
            fc
              .record({
                type: fc.constant("condition"),
                label: maybe(anyName, 5),
                merge: maybe(fc.boolean(), 5),
                disabled: maybe(fc.boolean(), 0.5),
                conditions: condition,
              })
              .map(without),
          ),
          { minLength: 1, maxLength: 2 },
        ),
        maybe(branchOf(fc.record({ type: fc.constant("else"), label: fc.constant(""), merge: fc.boolean() }))),
      )
      .map(
        ([branches, otherwise]): Draft => ({
          object: { module: "builtin:BasicIfElse", version: 1, mapper: null, branches: [] },
          children: [...branches, ...(otherwise ? [otherwise] : [])].map(([known, unknown, flow]) => ({
            key: "branches",
            around: { ...unknown, ...known },
            flow,
          })),
        }),
      ),
  );
  const agent = fc
    .tuple(
      fc.oneof(unknownModule, knownModule),
      fc.array(fc.tuple(fc.record({ name: anyName, description: maybe(anyName) }).map(without), nestedOrNone), {
        minLength: 1,
        maxLength: 2,
      }),
    )
    .map(
      ([object, tools]): Draft => ({
        object: { ...object, tools: [] },
        children: tools.map(([around, flow]) => ({ key: "tools", around, flow })),
      }),
    );
  const plain = fc.oneof(
    { weight: 4, arbitrary: unknownModule.map(leaf) },
    { weight: 6, arbitrary: knownModule.map(leaf) },
    { weight: 2, arbitrary: iterator.map(leaf) },
    { weight: 1, arbitrary: repeater.map(leaf) },
    { weight: 1, arbitrary: placeholder.map(leaf) },
    { weight: 2, arbitrary: aggregator.map((given): Draft => ({ ...given, children: [] })) },
  );
  const failing = fc
    .tuple(plain, nested("handler"))
    .map(([draft, flow]): Draft => ({ ...draft, children: [...draft.children, { key: "onerror", around: {}, flow }] }));
  const around = (draft: fc.Arbitrary<Draft>): fc.Arbitrary<Draft> =>
    fc
      .record({ draft, filter: maybe(filter), metadata: maybe(metadata, 6), more: unknownKeys })
      .map(({ draft: given, filter: own, metadata: editor, more }) => ({
        ...given,
        object: without({ ...more, filter: own, metadata: editor, ...given.object }),
      }));
  return {
    module: around(
      fc.oneof(
        { maxDepth: 3, depthIdentifier: "flow" },
        { weight: 10, arbitrary: plain },
        { weight: 2, arbitrary: failing },
        agent,
      ),
    ),
    flow: fc
      .tuple(
        fc.array(tie("module") as fc.Arbitrary<Draft>, { minLength: 1, maxLength: 3, size: "max" }),
        fc.option(fc.tuple(around(split), maybe(merge), tie("flow") as fc.Arbitrary<readonly Draft[]>), {
          nil: undefined,
          freq: 3,
          depthIdentifier: "flow",
          maxDepth: 2,
        }),
      )
      .map(([modules, last]): readonly Draft[] => {
        if (last === undefined) return modules;
        const [junction, outputs, behind] = last;
        const merges = junction.children.some(({ around: branch }) => branch.merge === true);
        if (!merges || !outputs) return [...modules, junction];
        return [...modules, junction, mergeDraft(junction, outputs), ...behind];
      }),
    handler: fc
      .tuple(fc.array(tie("module") as fc.Arbitrary<Draft>, { maxLength: 2 }), maybe(directive, 6))
      .map(([modules, last]) => [...modules, ...(last ? [leaf(last)] : [])])
      .filter((flow) => flow.length > 0),
  };
}).flow;

/** A route for those bundles whose `state` is this. */
function answering([first, ...more]: readonly Draft[], answer: string | undefined): readonly Draft[] {
  if (first === undefined) return [];
  const filter = { name: answer, conditions: [[{ a: "{{1.state}}", o: "text:equal", b: answer }]] };
  return [{ ...first, object: { ...first.object, filter } }, ...more];
}

/** The merge of an if-else: one mapping for each branch that merges. */
function mergeDraft({ children }: Draft, given: readonly (readonly [string, readonly unknown[]])[]): Draft {
  const merging = children.filter(({ around }) => around.merge === true).length;
  const outputs = given.map(([name, mappings]) => ({
    name,
    mappings: Array.from({ length: merging }, (_, index) => mappings[index] ?? null),
  }));
  return leaf({
    module: "builtin:BasicMerge",
    version: 1,
    mapper: null,
    outputs,
    filters: Array.from({ length: merging }, () => null),
    metadata: { designer: { x: 900, y: 0 } },
  });
}

/** Gives ids in reading order, counted by this step: from 1, or from 100 down. */
function numbered(flow: readonly Draft[], direction: 1 | -1): readonly JsonObject[] {
  let last = direction === 1 ? 0 : 100;
  const write = (modules: readonly Draft[]): readonly JsonObject[] => {
    const ids: number[] = [];
    return modules.map(({ object, children, collects }, position) => {
      last += direction;
      ids.push(last);
      const written: Record<string, unknown> = {
        id: object.module === "placeholder:Placeholder" && position % 2 === 0 ? null : last,
        ...object,
      };
      if (collects !== undefined) {
        const feeder = ids[Math.max(0, position - collects)];
        if (position === 0) delete written.flags;
        written.parameters = { feeder, ...(object.parameters as object) };
      }
      for (const { key, around, flow: inner } of children) {
        if (key === "onerror") written.onerror = write(inner);
        else written[key] = [...(written[key] as readonly unknown[]), { ...around, flow: write(inner) }];
      }
      return written;
    });
  };
  return write(flow);
}

const settings = fc
  .tuple(
    fc.record({
      roundtrips: maybe(fc.integer({ min: 1, max: 9 }), 3),
      maxErrors: maybe(fc.integer({ min: 1, max: 9 }), 3),
      autoCommit: maybe(fc.boolean(), 3),
      autoCommitTriggerLast: maybe(fc.boolean(), 3),
      sequential: maybe(fc.boolean(), 3),
      slots: maybe(fc.constantFrom(null, null, 0, 3), 3),
      confidential: maybe(fc.boolean(), 3),
      dataloss: maybe(fc.boolean(), 3),
      dlq: maybe(fc.boolean(), 3),
      freshVariables: maybe(fc.boolean(), 3),
    }),
    unknownKeys,
  )
  .map(([known, more]) => without({ ...known, ...more }));

const note = fc.oneof(
  fc
    .record({
      moduleIds: maybe(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 2 }), 8),
      content: fc.oneof(
        anyName,
        anyName.map((text) => `<p>${text}</p>`),
        fc.constantFrom("<p>One</p><p>Two &amp; three</p>", "<p><b>Bold</b></p>", "<p></p>"),
      ),
      isFilterNote: maybe(fc.boolean(), 4),
      metadata: maybe(fc.constantFrom({ color: "#9138FE" }, { color: "#fff" }, { color: '"' }, {}), 6),
    })
    .map(without),
  anyName,
);

const blueprints = fc
  .record({
    name: anyName,
    flow: drafts,
    direction: fc.constantFrom<1 | -1>(1, 1, -1),
    orphans: maybe(fc.array(drafts, { maxLength: 1 }), 0.25),
    scenario: maybe(settings, 5),
    designer: maybe(unknownKeys, 5),
    instant: maybe(fc.boolean(), 3),
    zone: maybe(anyName),
    notes: maybe(fc.array(note, { maxLength: 2 })),
    more: unknownKeys,
    moreMetadata: unknownKeys,
    scheduling: maybe(fc.constantFrom({ type: "indefinitely", interval: 900 }, { type: "immediately" }, {}), 0.25),
    interface: maybe(fc.record({ input: fc.array(fieldDescription, { maxLength: 1 }) }), 0.25),
    io: maybe(fc.record({ input_spec: fc.array(fieldDescription, { maxLength: 1 }) }), 0.25),
  })
  .map(({ name, flow, direction, orphans, scenario, designer, instant, zone, notes, more, moreMetadata, ...rest }) => ({
    ...more,
    name,
    flow: numbered(flow, direction),
    metadata: without({
      ...moreMetadata,
      instant,
      version: 1,
      scenario,
      designer:
        designer === undefined
          ? undefined
          : without({
              ...designer,
              orphans: orphans?.map((chain) =>
                numbered(chain, direction).map((module, index) => ({ ...module, id: 200 + index })),
              ),
            }),
      zone,
      notes,
    }),
    ...without(rest),
  }));

/** What a file may hold: a blueprint, an answer of Make's API, or copied modules. */
export const anyFile: fc.Arbitrary<JsonObject> = fc.oneof(
  { weight: 8, arbitrary: blueprints },
  {
    weight: 1,
    arbitrary: fc
      .tuple(blueprints, unknownKeys, fc.boolean())
      .map(([blueprint, more, deep]) =>
        deep ? { ...more, response: { ...more, blueprint } } : { ...more, blueprint, controller: {} },
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.array(drafts, { minLength: 1, maxLength: 2 }),
        unknownKeys,
        fc.constantFrom({ version: 1 }, {}, undefined),
      )
      .map(([flows, more, about]) => {
        const all = numbered(flows.flat(), 1);
        const second = flows[0]?.length ?? 0;
        const subflows = [all.slice(0, second), all.slice(second)].filter((flow) => flow.length > 0);
        return without({ ...more, subflows: subflows.map((flow) => ({ flow })), metadata: about });
      }),
  },
);
