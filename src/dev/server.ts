// Serves pages that are made here, and tells browsers when they are old. No file is served from the disk.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, isIP } from "node:net";
import { type Problem, ProblemError } from "../diagnostics/diagnostic.ts";

/** What is answered to an address. */
export interface Answer {
  readonly status: 200 | 404;
  readonly html: string;
  readonly policy: string;
}

export interface Pages {
  /** The page of a path, and of what it is asked for with `?of=`. */
  readonly answer: (path: string, of: string) => Answer | undefined;
  /** What the newest page of this name is told apart by. */
  readonly tagOf: (of: string) => string;
}

export interface LiveServer {
  readonly url: string;
  /** Whether other machines get an answer, too. */
  readonly isOpen: boolean;
  /** Tells every page that is open which one is the newest. */
  readonly tell: () => void;
  readonly close: () => Promise<void>;
}

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];
const EVERYWHERE = ["0.0.0.0", "::"];

/** Begins to serve. Throws a `ProblemError` when the port or the host cannot be had. */
export async function servePages(
  { host, port }: { readonly host: string; readonly port: number },
  pages: Pages,
): Promise<LiveServer> {
  const listening = new Map<ServerResponse, string>();
  const server = createServer((request, response) => {
    // Whatever is done with the answer, nobody is to keep it, guess what it is, or hear where it came from.
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (!isForUs(request.headers.host, host, own)) refuse(response, 421, `Ask for ${url}`);
    else if (request.method !== "GET" && request.method !== "HEAD") {
      response.setHeader("Allow", "GET, HEAD");
      refuse(response, 405, "Pages are only read here");
    } else answer(request, response);
  });
  await listen(server, host, port);
  const own = (server.address() as AddressInfo).port;
  const url = `http://${nameInUrl(EVERYWHERE.includes(host) ? "127.0.0.1" : host)}:${own}/`;
  return {
    url,
    isOpen: !LOOPBACK.includes(host.toLowerCase()),
    tell: () => {
      for (const [response, of] of listening) send(response, of);
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { path, of } = readAddress(request.url ?? "/");
    const isHead = request.method === "HEAD";
    if (path === "/events") {
      response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
      if (isHead) {
        response.end();
        return;
      }
      listening.set(response, of);
      response.once("close", () => listening.delete(response));
      send(response, of);
      return;
    }
    let page: Answer | undefined;
    try {
      page = pages.answer(path, of);
    } catch (error) {
      // What cannot be drawn does not end what serves the others.
      refuse(response, 500, `This is a bug in cyanotype: ${error instanceof Error ? error.stack : String(error)}`);
      return;
    }
    if (page === undefined) {
      refuse(response, 404, "There is no such page");
      return;
    }
    response.writeHead(page.status, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": page.policy,
    });
    response.end(isHead ? undefined : page.html);
  }

  function send(response: ServerResponse, of: string): void {
    response.write(`event: reload\ndata: ${pages.tagOf(of)}\n\n`);
  }
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" });
  response.end(`${words}\n`);
}

/** Anybody's page may have its name lead to this machine; it does not know by which name it is served. */
function isForUs(header: string | undefined, host: string, port: number): boolean {
  const [, name = "", given = "80"] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/u.exec(header ?? "") ?? [];
  if (given !== String(port)) return false;
  const asked = name.replace(/^\[(.*)\]$/u, "$1").toLowerCase();
  if (asked === host.toLowerCase()) return true;
  if (EVERYWHERE.includes(host)) return isIP(asked) !== 0 || asked === "localhost";
  return LOOPBACK.includes(host) && LOOPBACK.includes(asked);
}

function readAddress(address: string): { readonly path: string; readonly of: string } {
  try {
    const { pathname, searchParams } = new URL(`http://localhost${address}`);
    return { path: pathname, of: searchParams.get("of") ?? "" };
  } catch {
    return { path: "", of: "" };
  }
}

const nameInUrl = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

async function listen(server: Server, host: string, port: number): Promise<void> {
  const refused = await tryToListen(server, host, port);
  if (refused !== undefined) throw new ProblemError([await portProblem(refused, host, port)]);
}

/** Listens; or tells the code of what is in the way. */
function tryToListen(server: Server, host: string, port: number): Promise<string | undefined> {
  return new Promise((done) => {
    const fail = ({ code }: NodeJS.ErrnoException): void => done(code ?? "");
    server.once("error", fail);
    server.listen({ port, host }, () => {
      server.off("error", fail);
      done(undefined);
    });
  });
}

async function portProblem(code: string, host: string, port: number): Promise<Problem> {
  if (code === "EADDRINUSE") {
    const free = await freePort(host, port + 1);
    return {
      message: `Port ${port} is taken: another \`cyanotype dev\`, or another program, serves there`,
      help: `Add ${free === undefined ? "" : `\`--port ${free}\`, or `}\`--port 0\` for any that is free`,
    };
  }
  if (code === "EACCES") {
    return { message: `There is no permission to serve on port ${port}`, help: "Take one from 1024 on" };
  }
  return {
    message: `This machine cannot serve as \`${host}\``,
    help: "Leave `--host` out, or give it an address of this machine",
  };
}

/** The next port that nobody has; nothing when none of a few is free. */
async function freePort(host: string, from: number): Promise<number | undefined> {
  for (let port = from; port < Math.min(from + 10, 65_536); port++) {
    const server = createServer();
    if ((await tryToListen(server, host, port)) === undefined) {
      await new Promise((done) => server.close(done));
      return port;
    }
  }
  return undefined;
}
