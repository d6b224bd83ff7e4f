/** Everything that a command may touch of the process. */
export interface Io {
  readonly cwd: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether stdout is a terminal that shows colours. */
  readonly colors: boolean;
  /** How many columns the terminal has that stdout is; absent where it is none. */
  readonly columns?: number;
  /** Whether somebody watches stderr: progress is shown there. */
  readonly terminal: boolean;
}

/** 0 clean · 1 findings or stale output · 2 wrong usage, unreadable input, nothing matched · 70 a bug of ours · 130 Ctrl-C. */
export const EXIT = { ok: 0, findings: 1, usage: 2, bug: 70, interrupted: 130 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
