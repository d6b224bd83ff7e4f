// Every seeded fault, by theme.

import { conditions } from "./faults/conditions.ts";
import { configuration } from "./faults/configuration.ts";
import { expressions } from "./faults/expressions.ts";
import { hostile } from "./faults/hostile.ts";
import { modules } from "./faults/modules.ts";
import { operations } from "./faults/operations.ts";
import { project } from "./faults/project.ts";
import { reliability } from "./faults/reliability.ts";
import { reviewConfiguration } from "./faults/review-configuration.ts";
import { reviewDefault } from "./faults/review-default.ts";
import { reviewFlow } from "./faults/review-flow.ts";
import { reviewRequest } from "./faults/review-request.ts";
import { structure } from "./faults/structure.ts";
import type { Mutation } from "./mutation.ts";

export const themes = {
  structure,
  "references and expressions": expressions,
  "conditions and routing": conditions,
  "error handling and settings": reliability,
  "module configuration": configuration,
  "modules and their fields": modules,
  "human review: the request": reviewRequest,
  "human review: the choices": reviewConfiguration,
  "human review: the default": reviewDefault,
  "human review: the answer": reviewFlow,
  "conditions, variables and several scenarios": project,
  "errors, settings, schedules and cost": operations,
  "hard to point at": hostile,
} as const satisfies Readonly<Record<string, readonly Mutation[]>>;

export const faults: readonly Mutation[] = Object.values(themes).flat();
