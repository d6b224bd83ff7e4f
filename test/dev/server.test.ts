import { request } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Answer, servePages } from "../../src/dev/server.ts";

const PAGE: Answer = { status: 200, html: "<p>page</p>", policy: "default-src 'none'" };

async function served(host: string) {
  const server = await servePages({ host, port: 0 }, { answer: () => PAGE, tagOf: () => "tag" });
  onTestFinished(server.close);
  return server;
}

/** The status of the answer to a request with this header. `PORT` is the port that is served. */
async function ask(host: string, header: string): Promise<number | undefined> {
  const { url } = await served(host);
  const { port } = new URL(url);
  return new Promise((done, fail) => {
    const headers = { host: header.replace("PORT", port) };
    request({ host: "127.0.0.1", port, headers }, (response) => {
      response.resume();
      done(response.statusCode);
    })
      .once("error", fail)
      .end();
  });
}

describe("the server", () => {
  test.for<[host: string, header: string, isAnswered: boolean]>([
    ["127.0.0.1", "127.0.0.1:PORT", true],
    ["127.0.0.1", "localhost:PORT", true],
    ["127.0.0.1", "LOCALHOST:PORT", true],
    ["127.0.0.1", "[::1]:PORT", true],
    ["localhost", "127.0.0.1:PORT", true],
    ["127.0.0.1", "evil.example:PORT", false],
    ["127.0.0.1", "localhost.evil.example:PORT", false],
    ["127.0.0.1", "127.0.0.1", false],
    ["127.0.0.1", "127.0.0.1:1", false],
    ["127.0.0.1", "localhost:PORT@evil.example", false],
    ["127.0.0.1", "192.168.0.7:PORT", false],
    ["0.0.0.0", "192.168.0.7:PORT", true],
    ["0.0.0.0", "localhost:PORT", true],
    ["0.0.0.0", "evil.example:PORT", false],
  ])("on %s answers to the host %s: %s", async ([host, header, isAnswered]) => {
    expect(await ask(host, header)).toBe(isAnswered ? 200 : 421);
  });

  test("goes on when a page cannot be made", async () => {
    const fail = (): never => {
      throw new Error("It cannot be drawn");
    };
    const { url, close } = await servePages({ host: "127.0.0.1", port: 0 }, { answer: fail, tagOf: () => "tag" });
    onTestFinished(close);
    for (const _ of [1, 2]) {
      const response = await fetch(url);
      expect(response.status).toBe(500);
      expect(await response.text()).toContain("It cannot be drawn");
    }
  });

  test("gives a page its policy, and closes what is open", async () => {
    const { url, close } = await served("127.0.0.1");
    const response = await fetch(url);
    expect(response.headers.get("content-security-policy")).toBe(PAGE.policy);
    expect(await response.text()).toBe(PAGE.html);
    const events = await fetch(`${url}events`);
    expect(events.headers.get("content-type")).toMatch(/^text\/event-stream/u);
    await close();
    await expect(events.text()).rejects.toThrow();
  });
});
