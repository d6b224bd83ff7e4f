import { settingName } from "../../dsl/settings.ts";
import { at, type Said, saidAt, saidBy } from "./said.ts";
import type { Source } from "./source.ts";
import type { Call } from "./syntax.ts";

/** What says something of a scenario that is about none of its steps. `data` is the whole blueprint. */
export function saidInScenario(
  source: Source,
  { given: [name, settings] }: Call,
  path: readonly string[],
  data: unknown,
): Said | undefined {
  const [place, inner = "", ...rest] = path;
  if (place === "name") return name && { value: name };
  const members = settings && source.syntax.membersOf(settings);
  if (members === undefined) return undefined;
  const setting = (option: string): Said | undefined =>
    members.some((member) => member.name === option || member.isSpread) ? saidBy(members, option, true) : undefined;

  if (place === "metadata" && inner === "scenario") {
    const [key = "", ...below] = rest;
    const value = at(at(at(data, "metadata"), "scenario"), key);
    const further = setting("further");
    const said = further && saidAt(source, further, { path: [key], data: { [key]: value } });
    if (said?.isExact) return saidAt(source, said, { path: below, data: value });
    const option = settingName(key);
    const isSure = further === undefined || source.syntax.membersOf(further.value)?.every((member) => member.name);
    return option !== undefined && isSure ? setting(option) : undefined;
  }
  if (place === "suppress") {
    const suppress = setting(place);
    return suppress && saidAt(source, suppress, { path: [inner], data: undefined });
  }
  if (place === "io") {
    const fields =
      inner === "input_spec" ? setting("inputs") : inner === "output_spec" ? setting("outputs") : undefined;
    const [index = "", key] = rest;
    const field = at(at(at(at(data, "io"), inner), index), "name");
    const own = fields && source.syntax.membersOf(fields.value);
    const said = own && typeof field === "string" ? saidBy(own, field) : undefined;
    return said === undefined ? fields : key === "name" && said.key ? { value: said.key } : said;
  }
  return undefined;
}
