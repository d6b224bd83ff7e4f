// What sucrase's translator reads a file with. It is published without types of its own beside it.

declare module "sucrase/dist/parser/index.js" {
  export { parse } from "sucrase/dist/types/parser/index.js";
}
declare module "sucrase/dist/parser/tokenizer/index.js" {
  export { IdentifierRole, type Token } from "sucrase/dist/types/parser/tokenizer/index.js";
}
declare module "sucrase/dist/parser/tokenizer/state.js" {
  export type { Scope } from "sucrase/dist/types/parser/tokenizer/state.js";
}
declare module "sucrase/dist/parser/tokenizer/types.js" {
  export { TokenType } from "sucrase/dist/types/parser/tokenizer/types.js";
}
