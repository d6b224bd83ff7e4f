import { breakAndRetry } from "../catalog/apps/builtin.ts";
import type { Value } from "../model/expression.ts";
import { refuseOptions } from "./check-options.ts";
import { refuse } from "./mistakes.ts";
import { inWords, numberOf, OBJECT, required } from "./option-kinds.ts";

/**
 * How an error route ends. `Out` is what the failed step would have given; only `resume` needs to know.
 */
export interface Handler<out Out> {
  readonly kind: "handler";
  readonly directive: "Ignore" | "Resume" | "Commit" | "Rollback" | "Break";
  readonly mapper: Readonly<Record<string, unknown>> | undefined;
  readonly substitute?: Out;
}

const handler = (directive: Handler<never>["directive"], mapper?: Handler<never>["mapper"]): Handler<never> => ({
  kind: "handler",
  directive,
  mapper,
});

/** The editor writes the numbers as text. */
const breakWith = (retry: boolean, attempts: number, minutes: number): Handler<never> =>
  handler("Break", { retry, count: String(attempts), interval: String(minutes) });

const fields = breakAndRetry.declaration.mapper;
const RETRY = {
  attempts: required(numberOf(fields?.count?.spec), "a number: how often to try again, such as 3"),
  everyMinutes: required(numberOf(fields?.interval?.spec), "a number: the minutes between two attempts, such as 15"),
};

/** What a step gives in place of its output when it failed. Fields left out are empty. */
export type Substitute<Out> = { readonly [Key in keyof Out]?: Value<Out[Key]> };

/** Make's five error directives. Each ends the error route of a step. */
export const onError = {
  /** Drops the bundle; the run goes on with the next one and counts as a success. */
  ignore: (): Handler<never> => handler("Ignore"),
  /** Goes on as if the step had given `substitute`. */
  resume: <Out>(substitute: Substitute<NoInfer<Out>>): Handler<Out> => {
    if (!OBJECT.fits(substitute)) {
      refuse(
        `What onError.resume puts in place of the step's output is ${inWords(substitute)}`,
        "Give an object with fields of the step's output: onError.resume({ … })",
      );
    }
    return handler("Resume", substitute);
  },
  /** Keeps what was done so far and stops the run; bundles not yet processed are lost. */
  commit: (): Handler<never> => handler("Commit"),
  /** Takes back what transactional modules did and stops the run with an error. */
  rollback: (): Handler<never> => handler("Rollback"),
  /**
   * Stores the bundle as an incomplete execution and runs it again from the failed step. Needs
   * `storeIncompleteExecutions`. Use it where running the step twice does no harm. 1 to 10,000 attempts, 1 to 44,640
   * minutes (31 days) apart.
   */
  retry: (options: { readonly attempts: number; readonly everyMinutes: number }): Handler<never> => {
    refuseOptions("onError.retry", options, RETRY);
    return breakWith(true, options.attempts, options.everyMinutes);
  },
  /** Stores the bundle as an incomplete execution for a person to look at. Needs `storeIncompleteExecutions`. */
  store: (): Handler<never> => breakWith(false, 3, 15),
};
