/** The first line of a file of learnt modules, by which it is known again. */
export const LEARNT_MARK = "// Learnt by `cyanotype modules learn`: run it again rather than edit.";
