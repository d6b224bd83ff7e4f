// Scenarios of any shape, for properties: steps with error routes, routers, and if-elses whose branches meet or do not.

import fc from "fast-check";
import { tools } from "../../src/apps.ts";
import type { ErrorFlow } from "../../src/dsl/flow.ts";
import { always, branch, exists, type Flow, now, onError, scenario } from "../../src/index.ts";
import type { AuthoredScenario } from "../../src/model/authored.ts";

export interface Node {
  readonly name: string;
  /** Steps of the error route, which ends in a directive. */
  readonly handler: Tree | undefined;
  readonly split: Split | undefined;
}

interface Split {
  readonly kind: "router" | "if-else";
  readonly flows: readonly Tree[];
  /** Whether the branches of an if-else meet. */
  readonly merges: boolean;
}

export type Tree = readonly Node[];

const unnamed = fc.letrec<{ tree: Tree; node: Node; split: Split }>((tie) => ({
  node: fc.record({
    name: fc.constant(""),
    handler: fc.option(tie("tree"), { nil: undefined, freq: 2, maxDepth: 2, depthIdentifier: "flow" }),
    split: fc.option(tie("split"), { nil: undefined, freq: 2, maxDepth: 2, depthIdentifier: "flow" }),
  }),
  split: fc.record({
    kind: fc.constantFrom("router", "if-else"),
    flows: fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
    merges: fc.boolean(),
  }),
  tree: fc.array(tie("node"), { minLength: 1, maxLength: 3, size: "max" }),
})).tree;

/** Trees whose nodes have names, and in which nothing stands behind what ends a flow. */
export const trees: fc.Arbitrary<Tree> = unnamed.map((tree) => {
  let count = 0;
  const tidy = (nodes: Tree): Tree => {
    const end = nodes.findIndex(endsFlow);
    return nodes.slice(0, end < 0 ? nodes.length : end + 1).map(({ handler, split }) => ({
      name: `Step ${++count}`,
      handler: split ? undefined : handler && tidy(handler),
      split: split && { ...split, flows: split.flows.map(tidy) },
    }));
  };
  return tidy(tree);
});

export const endsFlow = ({ split }: Node): boolean =>
  split !== undefined && !(split.kind === "if-else" && split.merges);

/** Every tree in a tree, itself first. */
export const flowsOf = (tree: Tree): readonly Tree[] => [
  tree,
  ...tree.flatMap(({ handler, split }) => [...(handler ? [handler] : []), ...(split?.flows ?? [])]).flatMap(flowsOf),
];

/** The same tree with another one in the place of one of its flows. */
export const replaceFlow = (tree: Tree, old: Tree, changed: Tree): Tree =>
  tree === old
    ? changed
    : tree.map(({ name, handler, split }) => ({
        name,
        handler: handler && replaceFlow(handler, old, changed),
        split: split && { ...split, flows: split.flows.map((flow) => replaceFlow(flow, old, changed)) },
      }));

export const scenarioFor = (tree: Tree): AuthoredScenario => scenario("Tree", {}, (flow) => writeSteps(flow, tree));

const step = tools.sleep({ duration: 1 });

function writeSteps(flow: Flow, tree: Tree): void {
  for (const { name, handler, split } of tree) {
    if (split === undefined) {
      const route = (inner: ErrorFlow) => {
        writeSteps(inner, handler ?? []);
        return handler?.some(endsFlow) ? undefined : onError.ignore();
      };
      flow.step(name, step, handler ? { onError: route } : {});
    } else if (split.kind === "router") {
      flow.router(
        name,
        split.flows.map((steps, index) => always(`Route ${index}`, (inner) => writeSteps(inner, steps))),
      );
    } else {
      const give = (steps: Tree) => (inner: Flow) => {
        writeSteps(inner, steps);
        return split.merges ? { value: "x" } : undefined;
      };
      flow.ifElse(
        name,
        split.flows.map((steps, index) => branch(`Branch ${index}`, exists(now), give(steps))),
      );
    }
  }
}
