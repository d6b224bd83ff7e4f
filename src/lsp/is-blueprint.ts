const NAMED = /(?:^|[./_-])blueprint\.json$/iu;
const FLOW = /"(?:flow|subflows)"\s*:/u;
const MODULE = /"module"\s*:/u;

/**
 * Whether a document is to be looked at: it is JSON, and called a blueprint or has flows and modules. An editor shows every
 * JSON file to its language servers, and other people's have a `flow` or a `module`, too.
 */
export const isBlueprint = (uri: string, languageId: string, text: string): boolean =>
  (/^jsonc?$/iu.test(languageId) || /\.json$/iu.test(uri)) &&
  (NAMED.test(uri) || (FLOW.test(text) && MODULE.test(text)));
