// A server that answers as GitHub does, for what the action asks.

import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
}

export interface GitHub {
  readonly url: string;
  readonly comments: readonly Comment[];
  /** `GET /repos/…`, in order. */
  readonly asked: readonly string[];
  readonly bodies: readonly unknown[];
}

/** Starts a server with these comments; with a refusal, it grants nothing. It is gone when the test is over. */
export async function fakeGitHub(
  before: readonly Comment[] = [],
  refusal?: { readonly status: number; readonly message: string },
): Promise<GitHub> {
  const comments = [...before];
  const asked: string[] = [];
  const bodies: unknown[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    asked.push(`${method} ${url}`);
    const text = await readAll(request);
    const body = (text === "" ? undefined : JSON.parse(text)) as { readonly body: string } | undefined;
    if (body) bodies.push(body);
    const [status, answer] =
      headers.authorization === "Bearer token"
        ? answerTo(method, url, body?.body ?? "")
        : [401, { message: "Bad credentials" }];
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, comments, asked, bodies };

  function answerTo(method: string, url: string, body: string): readonly [status: number, answer: unknown] {
    if (refusal) return [refusal.status, { message: refusal.message }];
    const [, page] = /^\/repos\/acme\/flows\/issues\/12\/comments\?per_page=100&page=(\d+)$/u.exec(url) ?? [];
    if (method === "GET" && page) return [200, comments.slice((Number(page) - 1) * 100, Number(page) * 100)];
    if (method === "POST" && url === "/repos/acme/flows/issues/12/comments") {
      const made = { id: comments.length + 1, body, user: { type: "Bot" } };
      comments.push(made);
      return [201, made];
    }
    const [, id] = /^\/repos\/acme\/flows\/issues\/comments\/(\d+)$/u.exec(url) ?? [];
    const found = comments.find((comment) => comment.id === Number(id));
    if (method === "PATCH" && found) {
      found.body = body;
      return [200, found];
    }
    if (method === "POST" && url === "/repos/acme/flows/code-scanning/sarifs") return [202, { id: "1" }];
    return [404, { message: "Not Found" }];
  }
}

async function readAll(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const piece of request) text += String(piece);
  return text;
}
