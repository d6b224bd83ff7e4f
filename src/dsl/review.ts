// A question to people, as one value that the scenario which asks and the scenario which acts share. Creating a request
// does not wait for the answer: it arrives later, at a webhook, or is asked for on a schedule.

import * as hitl from "../catalog/apps/hitl.ts";
import type { Connection } from "../catalog/field.ts";
import { REQUEST_TEXT_LENGTH } from "../catalog/hitl/contract.ts";
import type { Action, Lens, Trigger } from "../catalog/module.ts";
import type { Expression, Reference } from "../iml/ast.ts";
import { binary, call, literal, property, string } from "../iml/build.ts";
import { type Expr, isExpr, mapping, templateExpression, templateOf, type Value } from "../model/expression.ts";
import type { Webhook } from "./bindings.ts";
import { refuseOptions } from "./check-options.ts";
import { checkReview, REQUEST, STATUS } from "./check-review.ts";
import { refuse } from "./mistakes.ts";
import type { ResponseType } from "./response.ts";

/** What all reviewers of a loop are asked, how they may answer, and what holds when nobody does. */
export interface ReviewOptions<A> {
  readonly connection: Expr<Connection>;
  /** The id of the loop whose members are asked. */
  readonly loop: Value<string>;
  readonly response: ResponseType<A>;
  /** How long to wait: 60 to 86,400 seconds. */
  readonly timeoutSeconds: number;
  /** The answer that holds when nobody answers in time. Choose one that does no harm. */
  readonly onTimeout: NoInfer<A>;
  /** Default `medium`. */
  readonly priority?: "low" | "medium" | "high" | "critical";
  /** Where answers are sent. Without it they must be asked for with `status`. */
  readonly answers?: Webhook;
}

/** A request that was made: there is no answer on it yet. */
export interface Requested {
  readonly request_id: string;
  readonly status: "pending";
  readonly timeout_at: Date;
}

interface Answered<A> {
  readonly request_id: string;
  /** What holds: the reviewer's answer, or the default after a timeout. Nothing when the request was cancelled. */
  readonly answer: A;
  /** The answer as HITL.sh sent it. */
  readonly response_data: unknown;
  readonly response_time_seconds: number;
  readonly created_at: Date;
}

/** An answer as it arrives at the webhook. It carries neither the question nor its context. */
export interface Response<A> extends Answered<A> {
  readonly event: "request.completed" | "request.timeout" | "request.cancelled";
  readonly loop_id: string;
  readonly status: "completed" | "timeout" | "cancelled";
  readonly response_by: { readonly user_id: string; readonly name: string; readonly email: string };
  readonly response_at: Date;
}

/** A request as it stands now. */
export interface Status<A> extends Answered<A> {
  readonly status: "pending" | "completed" | "timeout" | "cancelled";
  readonly priority: string;
  readonly response_by_user: { readonly id: string; readonly name: string; readonly email: string };
  readonly updated_at: Date;
}

export interface Review<A> {
  /** Create Request. `text` is cut to the 2,000 characters that HITL.sh takes; reviewers see `context` beside it. */
  request(input: {
    readonly text: Value<string>;
    readonly context?: Readonly<Record<string, Value<unknown>>>;
  }): Action<Requested>;
  /** Watch Responses: starts a scenario with each answer, with the default already applied after a timeout. */
  responses(): Trigger<Response<A>>;
  /** Get Request Status: the request as it stands now. */
  status(input: { readonly request: Value<string> }): Action<Status<A>>;
}

/**
 * Declares a review over HITL.sh. The default must be one of the answers, and `flow.match` on the answer needs a route
 * for each: both by their types.
 *
 * @example
 * const approval = review({
 *   connection: connection("hitl"), loop: env("APPROVAL_LOOP"), answers: webhook("approvals"),
 *   response: singleSelect(["Approve", "Reject"]), timeoutSeconds: 3600, onTimeout: "reject",
 * });
 */
export function review<A>(options: ReviewOptions<A>): Review<A> {
  checkReview(options);
  const { connection, loop, response, timeoutSeconds, onTimeout, priority = "medium", answers } = options;
  const lens: Lens = {
    answer: (output) =>
      call(
        "if",
        binary("=", field(output, "status"), string("timeout")),
        response.toExpression(onTimeout),
        response.read(field(output, "response_data")),
      ),
  };
  return {
    request: (input) => {
      refuseOptions("review.request", input, REQUEST);
      const { text, context } = input;
      return hitl.createRequest<Requested>({
        connection,
        loop_id: loop,
        request_text: isExpr(text) ? cut(text) : text,
        response_type: response.type,
        response_config: response.config as never,
        processing_type: "time-sensitive",
        priority,
        timeout_seconds: timeoutSeconds,
        default_response: response.toDefault(onTimeout),
        ...(context === undefined ? {} : { context }),
        ...(answers === undefined ? {} : { callback_url: answers.url }),
      });
    },
    responses: () => {
      if (answers === undefined)
        refuse("The review has no webhook for its answers", 'Give review() one: answers: webhook("…")');
      return { ...hitl.watchResponses<Response<A>>({ webhook: answers }), lens };
    },
    status: (input) => {
      refuseOptions("review.status", input, STATUS);
      return { ...hitl.getRequestStatus<Status<A>>({ connection, request_id: input.request }), lens };
    },
  };
}

const field = (output: Reference, name: string): Reference => ({ ...output, path: [...output.path, property(name)] });

function cut(text: Expr<string>): Expr<string> {
  const template = templateOf(text);
  const whole: Expression = template ? templateExpression(template) : string("");
  return mapping<string>(call("substring", whole, literal(0), literal(REQUEST_TEXT_LENGTH.max)));
}
