/**
 * When Make starts a scenario, in the words of its API. It is no part of a blueprint: the editor keeps it beside the
 * scenario, and the API takes it as a field of its own.
 */
export type Schedule = ScheduleKind & {
  /** Not before and not after these dates (ISO 8601). */
  readonly between?: readonly [start: string, end: string];
  /** Only on these days, in these months, between these times. */
  readonly restrict?: readonly {
    readonly days?: readonly number[];
    readonly months?: readonly number[];
    readonly time?: readonly [from: string, to: string];
  }[];
  /** How many runs may start in a minute; only for scenarios that start at once. */
  readonly maximum_runs_per_minute?: number;
};

type ScheduleKind =
  | { readonly type: "immediately" }
  /** Every `interval` seconds. */
  | { readonly type: "indefinitely"; readonly interval: number }
  | { readonly type: "once"; readonly date: string }
  | { readonly type: "daily"; readonly time: string }
  /** Days count from Sunday = 0. */
  | { readonly type: "weekly"; readonly days: readonly number[]; readonly time: string }
  | { readonly type: "monthly"; readonly days: readonly number[]; readonly time: string }
  | {
      readonly type: "yearly";
      readonly days: readonly number[];
      readonly months: readonly number[];
      readonly time: string;
    }
  | { readonly type: "on-demand" };
