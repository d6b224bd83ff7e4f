import * as hitl from "../catalog/apps/hitl.ts";
import { isExpr } from "../model/expression.ts";
import { isObject } from "../util/is-object.ts";
import { quote } from "../util/quote.ts";
import type { Webhook } from "./bindings.ts";
import { refuseOptions } from "./check-options.ts";
import { refuse } from "./mistakes.ts";
import {
  ANYTHING,
  LIST,
  NUMBER,
  numberOf,
  OBJECT,
  type OptionKind,
  type Options,
  oneOf,
  required,
  SWITCH,
  TEXT,
} from "./option-kinds.ts";
import type { ResponseType } from "./response.ts";

/** What an answer is, of each kind. */
const ANSWERS: Readonly<Record<ResponseType<unknown>["type"], OptionKind>> = {
  text: TEXT,
  single_select: TEXT,
  multi_select: LIST,
  rating: NUMBER,
  number: NUMBER,
  boolean: SWITCH,
};

const isResponse = (value: unknown): value is ResponseType<unknown> => isObject(value) && "toDefault" in value;
const ofTimeout = (kind: OptionKind): OptionKind =>
  required(kind, `${kind.words}: the answer that holds when nobody answers in time`);

/** A text, or what is known only at run time. */
const VALUE: OptionKind = { words: "a text", fits: (value) => TEXT.fits(value) || isExpr(value) };

/** What `request` of a review takes. */
export const REQUEST: Options = {
  text: required(VALUE, "the question to the reviewers"),
  context: { ...OBJECT, fits: (value) => OBJECT.fits(value) || isExpr(value) },
};

/** What `status` of a review takes. */
export const STATUS: Options = { request: required(VALUE, "the `request_id` of the request") };

const OPTIONS: Options = {
  connection: required({ words: 'a connection: connection("hitl")', fits: isExpr }),
  loop: required(VALUE, 'the id of the loop whose members are asked: env("APPROVAL_LOOP")'),
  response: required({ words: 'a kind of answer: singleSelect(["Approve", "Reject"])', fits: isResponse }),
  timeoutSeconds: required(
    numberOf(hitl.createRequest.declaration.mapper?.timeout_seconds?.spec),
    "a number: the seconds to wait for an answer, such as 3600",
  ),
  onTimeout: ofTimeout(ANYTHING),
  priority: oneOf("low", "medium", "high", "critical"),
  answers: {
    words: 'a webhook: webhook("answers")',
    fits: (value) => isExpr(value) && isExpr((value as Webhook).url),
  },
};

/** Refuses a review whose options cannot be. */
export function checkReview(options: unknown): void {
  const { response, onTimeout } = (isObject(options) ? options : {}) as { response?: unknown; onTimeout?: unknown };
  const known = isResponse(response) ? { ...OPTIONS, onTimeout: ofTimeout(ANSWERS[response.type]) } : OPTIONS;
  refuseOptions("review", options, known);
  const answers = isResponse(response) ? response.answers : undefined;
  if (answers && !answers.includes(String(onTimeout)))
    refuse(`${quote(String(onTimeout))} is no answer of the review`, `Its answers are ${answers.join(", ")}`);
}
