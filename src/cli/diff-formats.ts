import { FORMATS } from "../diff/formats/format.ts";
import { DRAWING_FORMATS } from "./write-drawings.ts";

/** As a difference may be shown: told or drawn. */
export const DIFF_FORMATS = [...FORMATS, ...DRAWING_FORMATS];
export type DiffFormat = (typeof DIFF_FORMATS)[number];
