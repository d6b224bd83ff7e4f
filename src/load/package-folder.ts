/** The folder of this package: what is published beside the code is read from there. */
export const PACKAGE_FOLDER = new URL("../", import.meta.url.replace(/^(.*\/(?:src|dist)\/).*$/u, "$1"));
