import { connectedModules } from "../../model/connected-modules.ts";
import { isInside } from "../../model/is-inside.ts";
import { describeModule, modulePlace } from "../../model/module-place.ts";
import { onTheWay } from "../../model/on-the-way.ts";
import type { Module } from "../../model/scenario.ts";
import { defineRule } from "../rule.ts";
import { whereSome } from "../where-some.ts";
import { writes } from "../writes.ts";

interface Changes {
  /** The last module that changed something which no rollback takes back. */
  readonly lasting: Module | undefined;
  /** Something that a rollback takes back was changed, or may have been. */
  readonly maybeUndone: boolean;
}

const ROLLBACK = "builtin:Rollback";

/** A Rollback behind modules none of which takes part in transactions: their changes stay. */
export const rollbackWithoutTransaction = defineRule({
  id: "rollback-without-transaction",
  category: "reliability",
  summary: "A Rollback has nothing that it could take back",
  severity: { recommended: "info", strict: "warning" },
  since: "0.1.0",

  messages: {
    stays: (d: { rollback: string; module: string }) =>
      `\`${d.rollback}\` does not take back what \`${d.module}\` did, nor anything else on its way`,
  },

  concerns: whereSome(({ type }) => type === ROLLBACK),
  check({ scenario, catalog, report }) {
    const start: Changes = { lasting: undefined, maybeUndone: false };
    const changes = onTheWay(scenario, start, (before, module) => {
      const declaration = catalog.find(module.type, module.version);
      if (declaration === undefined || declaration.transactional) return { ...before, maybeUndone: true };
      return writes(module, catalog) ? { ...before, lasting: module } : before;
    });
    for (const rollback of connectedModules(scenario)) {
      if (rollback.type !== ROLLBACK || !isInside(rollback, "handler")) continue;
      const { lasting, maybeUndone } = changes.get(rollback) ?? start;
      if (lasting === undefined || maybeUndone) continue;
      report("stays", {
        at: modulePlace(rollback),
        data: { rollback: describeModule(rollback), module: describeModule(lasting) },
        help: "Undo it with modules in front of the Rollback, or keep the bundle with Break to go on from here",
        related: [{ message: "What it did stays", at: modulePlace(lasting) }],
      });
    }
  },
});
