import { ABSOLUTE_URL } from "../../../catalog/hitl/contract.ts";
import { defineRequestRule } from "../../review-request-rule.ts";

/** Addresses that only exist inside of a network: RFC 1918 and RFC 6890 for IPv4, loopback and local ones for IPv6. */
const PRIVATE_IP = /^(?:0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\]|\[f[cde])/i;
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)$/i;

export const hitlCallbackNotPublic = defineRequestRule({
  id: "hitl/callback-not-public",
  gravity: "risky",
  summary: "Answers of a review are sent to an address that the internet cannot reach",

  messages: {
    unreachable: (d: { host: string }) => `HITL.sh cannot reach \`${d.host}\` from the internet`,
  },

  check({ get }, report) {
    const url = get("callback_url");
    if (url?.kind !== "string" || !ABSOLUTE_URL.test(url.value) || !URL.canParse(url.value)) return;
    const { hostname: host } = new URL(url.value);
    const isIp = /^[\d.]+$|^\[/.test(host);
    const isPrivate = isIp ? PRIVATE_IP.test(host) : PRIVATE_NAME.test(host) || !host.includes(".");
    if (isPrivate)
      report("unreachable", { at: url.at, data: { host }, help: "Write the address of a webhook in Make" });
  },
});
