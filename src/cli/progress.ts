import type { Io } from "./io.ts";

/** Short runs show nothing; longer ones not more often than a person can read. */
const FIRST_AFTER = 500;
const NEXT_AFTER = 100;

/** How far a run is, in one line that is gone when the run is done. */
export interface Progress {
  readonly tell: (done: number, total: number) => void;
  readonly clear: () => void;
}

/** Shows progress where somebody watches stderr, and nowhere else. */
export function createProgress({ stderr, terminal }: Pick<Io, "stderr" | "terminal">, now: () => number): Progress {
  let isShown = false;
  let next = now() + FIRST_AFTER;
  return {
    tell: (done, total) => {
      if (!terminal || now() < next) return;
      next = now() + NEXT_AFTER;
      isShown = true;
      stderr(`${CLEAR}${done} of ${total} checked`);
    },
    clear: () => {
      if (isShown) stderr(CLEAR);
      isShown = false;
    },
  };
}

/** To the beginning of the line, and nothing in it. */
const CLEAR = "\r\u001b[2K";
