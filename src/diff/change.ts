/** What kind of difference one is: a reader may care for some more than for others. */
export type ChangeKind =
  /** Of a module: */
  | "name"
  | "type"
  | "version"
  /** It hangs on something else: another route, another handler, another flow. */
  | "moved"
  /** Another module runs before it in the same flow. */
  | "reconnected"
  | "value"
  /** A connection, a key, a webhook. */
  | "connection"
  | "filter"
  | "route"
  | "error handler"
  /** Of the scenario: */
  | "setting"
  | "schedule"
  | "interface"
  | "note"
  /** What only the editor needs. */
  | "editor";

/** One difference, in words. What was not there before, or is not there any more, has only one side. */
export interface Change {
  readonly kind: ChangeKind;
  /** What has changed, as a reader knows it: `subject`, `headers › Accept › value`. */
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
  /** Both sides are texts that somebody wrote, rather than expressions or data: they may be long. */
  readonly isText?: true;
}

/** A change of something that is shown in full on both sides. */
export const change = (
  kind: ChangeKind,
  label: string,
  before: string | undefined,
  after: string | undefined,
  isText = false,
): Change => ({
  kind,
  label,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
  ...(isText ? { isText } : {}),
});
