import { IdentifierRole } from "sucrase/dist/parser/tokenizer/index.js";
import { TokenType } from "sucrase/dist/parser/tokenizer/types.js";
import type { Call, Piece, Syntax } from "./syntax.ts";

/** What the names in a file stand for. */
export interface Names {
  /**
   * What a call calls, from the package that it was imported from: `["cyanotype/apps", "gmail", "sendAnEmail"]`. Nothing
   * when that is not certain.
   */
  meaningOf(call: Pick<Call, "callee" | "root">): readonly string[];
  /** The call that made the constant whose method is called: of `moderation.request(…)`, that of `review(…)`. */
  makerOf(call: Call): readonly string[];
}

const NOTHING: readonly string[] = [];
const FILE = { startTokenIndex: 0, endTokenIndex: Number.POSITIVE_INFINITY };

const IMPORT = /^import\s*(?<names>[^"';]*?)\s*from\s*["'](?<from>[^"']+)["']/u;
const NAMED = /^(?<name>[\w$]+)(?:\s+as\s+(?<local>[\w$]+))?$/u;
const NAMESPACE = /^\*\s*as\s+(?<local>[\w$]+)$/u;

export function readNames(syntax: Syntax): Names {
  const { tokens, scopes, calls, textOf } = syntax;
  const nameAt = (index: number): string => textOf({ first: index, behind: index + 1 });
  const declared = new Map<string, number[]>();
  for (const [index, { identifierRole: role }] of tokens.entries()) {
    if (role === null || !DECLARATIONS.has(role)) continue;
    declared.set(nameAt(index), [...(declared.get(nameAt(index)) ?? []), index]);
  }
  const imported = new Map(importsIn(syntax));

  /** Whether a name that is given at a token is seen at another one. */
  function isSeen(declaration: number, { first }: Piece): boolean {
    const isVariable = tokens[declaration]?.identifierRole === IdentifierRole.FunctionScopedDeclaration;
    const around = scopes.filter(
      ({ startTokenIndex: start, endTokenIndex: end, isFunctionScope }) =>
        start <= declaration && declaration < end && (isFunctionScope || !isVariable),
    );
    const inner = around.reduce((a, b) => (b.startTokenIndex > a.startTokenIndex ? b : a), around[0] ?? FILE);
    return inner.startTokenIndex <= first && first < inner.endTokenIndex;
  }

  /** Where a name is given, if only one of that name is seen. */
  function declarationOf(root: Piece): number | undefined {
    const [index, ...others] = (declared.get(textOf(root)) ?? []).filter((declaration) => isSeen(declaration, root));
    return others.length === 0 ? index : undefined;
  }

  const meaningOf = ({ root, callee: [first = "", ...rest] }: Pick<Call, "callee" | "root">): readonly string[] => {
    const path = root && imported.get(first);
    const isImport = path && tokens[declarationOf(root) ?? -1]?.identifierRole === IdentifierRole.ImportDeclaration;
    return isImport ? [...path, ...rest] : NOTHING;
  };

  return {
    meaningOf,
    makerOf: ({ root, callee }) => {
      const index = root && callee.length === 2 ? declarationOf(root) : undefined;
      if (index === undefined || tokens[index - 1]?.type !== TokenType._const) return NOTHING;
      let value = index + 1;
      while (tokens[value]?.isType) value++;
      if (tokens[value]?.type !== TokenType.eq) return NOTHING;
      const maker = calls.find(({ whole }) => whole.first === value + 1 && endsAt(whole.behind));
      return maker ? meaningOf(maker) : NOTHING;
    },
  };

  /** Whether an expression ends in front of this token: with a semicolon, or with its line. */
  function endsAt(behind: number): boolean {
    const [last, next] = [tokens[behind - 1], tokens[behind]];
    if (last === undefined || next === undefined) return false;
    if (next.isType || ENDS.has(next.type)) return true;
    return (
      !GOES_ON.has(next.type) &&
      textOf({ first: behind - 1, behind: behind + 1 })
        .slice(1)
        .includes("\n")
    );
  }
}

const DECLARATIONS: ReadonlySet<IdentifierRole> = new Set([
  IdentifierRole.TopLevelDeclaration,
  IdentifierRole.FunctionScopedDeclaration,
  IdentifierRole.BlockScopedDeclaration,
  IdentifierRole.ObjectShorthandTopLevelDeclaration,
  IdentifierRole.ObjectShorthandFunctionScopedDeclaration,
  IdentifierRole.ObjectShorthandBlockScopedDeclaration,
  IdentifierRole.ImportDeclaration,
]);

const ENDS: ReadonlySet<TokenType> = new Set([TokenType.semi, TokenType.comma, TokenType.eof]);
/** What carries an expression on in the next line. */
const GOES_ON: ReadonlySet<TokenType> = new Set([
  TokenType.dot,
  TokenType.questionDot,
  TokenType.parenL,
  TokenType.bracketL,
  TokenType.backQuote,
  TokenType.question,
]);

/** What is imported, by the name that it has in the file. */
function* importsIn({ tokens, textOf }: Syntax): Generator<readonly [string, readonly string[]]> {
  for (const [first, { type }] of tokens.entries()) {
    if (type !== TokenType._import) continue;
    const end = tokens.findIndex((token, index) => index > first && token.type === TokenType.string);
    const statement = textOf({ first, behind: end + 1 }).replaceAll(/\/\/[^\n]*|\/\*.*?\*\//gsu, " ");
    const { names = "", from = "" } = IMPORT.exec(statement)?.groups ?? {};
    const { local: namespace } = NAMESPACE.exec(names)?.groups ?? {};
    if (namespace !== undefined) yield [namespace, [from]];
    for (const each of /\{(?<named>[^}]*)\}/u.exec(names)?.groups?.named?.split(",") ?? []) {
      const { name, local = name } = NAMED.exec(each.trim())?.groups ?? {};
      if (name !== undefined && local !== undefined) yield [local, [from, name]];
    }
  }
}
