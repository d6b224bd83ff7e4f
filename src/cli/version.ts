declare const CYANOTYPE_VERSION: string | undefined;

/** The package's version, written in when it is built. */
export const VERSION: string = typeof CYANOTYPE_VERSION === "string" ? CYANOTYPE_VERSION : "0.0.0-source";
