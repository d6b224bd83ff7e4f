import * as slack from "../src/catalog/apps/slack.ts";
import type { Connection } from "../src/catalog/field.ts";
import type { Expr, Ref } from "../src/model/expression.ts";

declare const c: Expr<Connection>;
declare const s: Expr<string>;
declare const n: Expr<number>;
const a = slack.createMessage({ connection: c, channel: s, text: "x" });
// @ts-expect-error channel is missing
slack.createMessage({ connection: c });
// @ts-expect-error not a text
slack.createMessage({ connection: c, channel: n });
// @ts-expect-error unknown
slack.createMessage({ connection: c, channel: s, nope: 1 });
// @ts-expect-error enum
slack.createMessage({ connection: c, channel: s, channelType: "x" });
const b = slack.createMessage<{ id: number }>({ connection: c, channel: s });
type Out<A> = A extends { role: "action" } & import("../src/catalog/module.ts").Action<infer O> ? O : never;
declare const o: Ref<Out<typeof a>>;
const ts: Expr<string> = o.ts;
declare const o2: Ref<Out<typeof b>>;
const id: Expr<number> = o2.id;
// @ts-expect-error
const id2: Expr<string> = o2.id;

export { id, id2, ts };
