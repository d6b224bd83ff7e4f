export interface Realm {
  /** Makes `start()` the call, once. */
  readonly prepare: (run: unknown, args: string) => void;
  readonly explain: (error: unknown) => string;
}

/**
 * What stands around foreign code in its own realm: it turns texts into values and back, and gives the code Make's
 * built-in functions under `iml`. Everything that it needs is taken before the code can replace it.
 *
 * It is sent as text, so it uses nothing from outside of its body.
 */
export function realm(ask: (request: string) => string, builtins: string): Realm {
  const { parse, stringify } = JSON;
  const { isArray } = Array;
  const { create, entries, defineProperty, freeze, fromEntries, keys } = Object;
  const [OwnDate, OwnPromise, OwnError, text] = [Date, Promise, Error, String];

  // Nothing here is counted against the memory that a process is given.
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (/Array$|Buffer$|^DataView$|^Atomics$|^WebAssembly$/.test(name) && name !== "Array") {
      Reflect.deleteProperty(globalThis, name);
    }
  }

  /** A date is a collection with a single key that no other collection has. */
  const decode = (value: unknown): unknown => {
    if (isArray(value)) return value.map(decode);
    if (typeof value !== "object" || value === null) return value;
    const members = entries(value);
    if (members.length === 1 && members[0]?.[0] === "\0date") return new OwnDate(text(members[0][1]));
    return fromEntries(members.map(([key, item]) => [key, decode(item)]));
  };
  const encode = (value: unknown): unknown => {
    if (isArray(value)) return value.map(encode);
    if (typeof value === "bigint") return text(value);
    if (typeof value === "function") return undefined;
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof OwnDate) return { "\0date": value.toISOString() };
    if (value instanceof OwnPromise) throw new OwnError("Custom functions must be synchronous");
    return fromEntries(keys(value).map((key) => [key, encode((value as Record<string, unknown>)[key])]));
  };

  const iml = create(null) as Record<string, unknown>;
  for (const name of parse(builtins) as string[]) {
    iml[name] = (...args: unknown[]) => {
      const reply = parse(ask(stringify([name, encode(args)]))) as { error?: string; value?: unknown };
      if (reply.error !== undefined) throw new OwnError(reply.error);
      return decode(reply.value);
    };
  }
  defineProperty(globalThis, "iml", { value: freeze(iml) });

  return {
    prepare: (run, args) => {
      if (typeof run !== "function") throw new OwnError("The source is not a function");
      const start = () => {
        Reflect.deleteProperty(globalThis, "start");
        return stringify({ value: encode(run(...(decode(parse(args)) as unknown[]))) });
      };
      defineProperty(globalThis, "start", { value: start, configurable: true });
    },
    explain: (error) => {
      try {
        const isError = typeof error === "object" && error !== null && "message" in error;
        return text(isError ? error.message : error);
      } catch {
        return "The error says nothing of itself";
      }
    },
  };
}
