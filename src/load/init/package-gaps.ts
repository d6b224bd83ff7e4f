import { isObject } from "../../util/is-object.ts";
import { tooling } from "./project-files.ts";

/** What a project's own `package.json` lacks. */
export interface PackageGaps {
  readonly packages: readonly string[];
  /** Keys and values as `npm pkg set` takes them. */
  readonly settings: readonly (readonly [key: string, value: string])[];
}

/** Looks what is missing in a `package.json` that is left as it is; in one that cannot be read, everything is. */
export function packageGaps(text: string): PackageGaps {
  const own = read(text);
  const { type, scripts, devDependencies } = tooling();
  const installed = { ...objectAt(own, "dependencies"), ...objectAt(own, "devDependencies") };
  return {
    packages: Object.keys(devDependencies).filter((name) => !Object.hasOwn(installed, name)),
    settings: [
      ...(own.type === undefined ? [["type", type] as const] : []),
      ...Object.entries(scripts)
        .filter(([name]) => !Object.hasOwn(objectAt(own, "scripts"), name))
        .map(([name, command]) => [`scripts.${name}`, command] as const),
    ],
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

function read(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/u, ""));
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

const objectAt = (value: JsonObject, key: string): JsonObject => {
  const found = value[key];
  return isObject(found) ? found : {};
};
