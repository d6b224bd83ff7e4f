import { describe, expect, test } from "vitest";
import { catalog } from "../../../src/catalog/catalog.ts";

const modules = catalog.modules.map(({ module, version, parameters, mapper, certain }) => ({
  id: `${module}@${version}`,
  fields: [parameters, mapper ?? {}, certain?.fields ?? {}].flatMap((fields) =>
    Object.entries(fields).map(([key, { spec }]) => ({ name: spec.name ?? key, spec })),
  ),
}));

describe("every declared module", () => {
  test("has one field of a name", () => {
    const taken = modules.flatMap(({ id, fields }) =>
      fields
        .filter(({ name }, position) => fields.findIndex((field) => field.name === name) < position)
        .map(({ name }) => `${id} ${name}`),
    );
    expect(taken).toEqual([]);
  });

  test("lets fields follow only from fields that it has", () => {
    const missing = modules.flatMap(({ id, fields }) =>
      fields
        .flatMap(({ spec: { implied = {} } }) => Object.keys(implied))
        .filter((giver) => !fields.some(({ name }) => name === giver))
        .map((giver) => `${id} ${giver}`),
    );
    expect(missing).toEqual([]);
  });

  test("writes by itself only what a select offers", () => {
    const strange = modules.flatMap(({ id, fields }) =>
      fields.flatMap(({ name, spec: { options, default: otherwise, implied = {} } }) =>
        [otherwise, ...Object.values(implied)]
          .flat()
          .filter((value) => value !== undefined && options !== undefined && !options.includes(value as string))
          .map((value) => `${id} ${name}: ${JSON.stringify(value)}`),
      ),
    );
    expect(strange).toEqual([]);
  });

  test("is labelled by a phrase and summed up by a sentence", () => {
    const odd = catalog.modules.filter(({ label, summary }) => label.endsWith(".") || !/^[A-Z].*\.$/u.test(summary));
    expect(odd.map(({ module }) => module)).toEqual([]);
  });
});
