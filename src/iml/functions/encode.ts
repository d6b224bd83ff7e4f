// Texts as bytes, and bytes as texts.

import { toBuffer, toText } from "../coerce.ts";
import { defineFunction, type Example, type ImlFunction, type Parameter } from "../define-function.ts";
import { loadCrypto } from "../lazy-modules.ts";

/** With a key the hash becomes an HMAC. */
const hashParams = [
  { name: "text", type: ["text", "buffer"] },
  { name: "encoding", type: "text", optional: true },
  { name: "key", type: ["text", "buffer"], optional: true },
  { name: "keyEncoding", type: "text", optional: true },
] as const satisfies readonly Parameter[];

const HASHES: readonly { readonly name: "sha1" | "sha256" | "sha512"; readonly label: string; readonly of: Example }[] =
  [
    { name: "sha1", label: "SHA-1", of: ['sha1("Make")', "a94431ee22f05f141107f9355ed3127d0f0c4d5a"] },
    {
      name: "sha256",
      label: "SHA-256",
      of: ['sha256("text"; "base64"; "6b6579"; "hex")', "avqQRqlXnK0UOjhMG1ZLmiUNJ9b2pj+fIL86dZTJ4sY="],
    },
    {
      name: "sha512",
      label: "SHA-512",
      of: ['substring(sha512("Make"); 0; 16)', "e8000cd0fb8fae18"],
    },
  ];

const HASH_NOTE = "Encodings are `hex`, `base64` and `latin1`; those of the key `text`, `hex`, `base64` and `binary`";

export const encodingFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "base64",
    group: "text",
    summary: "Encodes a text in Base64",
    params: [{ name: "text", type: ["text", "buffer"] }],
    returns: "text",
    examples: [['base64("Make")', "TWFrZQ=="]],
    evaluate: ([value]) => Buffer.from(toBuffer(value)).toString("base64"),
  }),
  defineFunction({
    name: "md5",
    group: "text",
    summary: "Gives the MD5 hash of a text, in hexadecimal digits",
    params: [{ name: "text", type: ["text", "buffer"] }],
    returns: "text",
    examples: [['md5("Make")', "529a05ca6c1263aab080ec4f20754411"]],
    evaluate: ([value]) => loadCrypto().createHash("md5").update(value).digest("hex"),
  }),
  ...HASHES.map(({ name, label, of }) =>
    defineFunction({
      name,
      group: "text",
      summary: `Gives the ${label} hash of a text, or its HMAC where there is a key; in hexadecimal digits unless told otherwise`,
      params: hashParams,
      returns: "text",
      examples: [of],
      note: HASH_NOTE,
      evaluate: ([value, encoding, key, keyEncoding]) => {
        const { createHash, createHmac } = loadCrypto();
        const hash = key === undefined ? createHash(name) : createHmac(name, keyBytes(key, keyEncoding));
        const digest = hash.update(value).digest();
        return digest.toString(encoding === "base64" || encoding === "latin1" ? encoding : "hex");
      },
    }),
  ),
  defineFunction({
    name: "toBinary",
    group: "text",
    summary: "Turns a value into bytes; a text may be given in `hex` or `base64`",
    params: [
      { name: "value", type: "any" },
      { name: "encoding", type: "text", optional: true },
    ],
    returns: "buffer",
    examples: [
      ['toBinary("Make")', "4d616b65"],
      ['toBinary("TWFrZQ=="; "base64")', "4d616b65"],
    ],
    evaluate: ([value, encoding]) =>
      encoding === "hex" || encoding === "base64" ? Buffer.from(toText(value), encoding) : toBuffer(value),
  }),
  defineFunction({
    name: "toString",
    group: "text",
    summary: "Turns any value into a text",
    params: [{ name: "value", type: "any" }],
    returns: "text",
    examples: [
      ['toString(toBinary("TWFrZQ=="; "base64"))', "Make"],
      ["toString(1.item)", '{"id":7}', { 1: { item: { id: 7 } } }],
    ],
    evaluate: ([value]) => toText(value),
  }),
];

const keyBytes = (key: string | Uint8Array, encoding: string | undefined): Uint8Array =>
  typeof key === "string" && (encoding === "hex" || encoding === "base64") ? Buffer.from(key, encoding) : toBuffer(key);
