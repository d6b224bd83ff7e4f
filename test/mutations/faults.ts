// Every seeded fault, by theme.

import { conditions } from "./faults/conditions.ts";
import { configuration } from "./faults/configuration.ts";
import { expressions } from "./faults/expressions.ts";
import { hostile } from "./faults/hostile.ts";
import { reliability } from "./faults/reliability.ts";
import { reviewConfiguration } from "./faults/review-configuration.ts";
import { reviewDefault } from "./faults/review-default.ts";
import { reviewRequest } from "./faults/review-request.ts";
import { structure } from "./faults/structure.ts";
import type { Mutation } from "./mutation.ts";

export const themes = {
  structure,
  "references and expressions": expressions,
  "conditions and routing": conditions,
  "error handling and settings": reliability,
  "module configuration": configuration,
  "human review: the request": reviewRequest,
  "human review: the choices": reviewConfiguration,
  "human review: the default": reviewDefault,
  "hard to point at": hostile,
} as const satisfies Readonly<Record<string, readonly Mutation[]>>;

export const faults: readonly Mutation[] = Object.values(themes).flat();
