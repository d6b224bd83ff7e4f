/** The id of something in an account; or it is left out of the blueprint, and picked in Make when it is imported. */
export type ResourceId = number | typeof CHOOSE_ON_IMPORT;
export const CHOOSE_ON_IMPORT = "choose on import";

/** The values behind a scenario's symbols: one file per account, team or stage. */
export interface Environment {
  /** The file's name without its ending. */
  readonly name: string;
  readonly path: string;
  /**
   * How to print modules whose ids are only weakly evidenced: as their own app, or over HTTP and webhooks, whose ids
   * are certain. Default `app`.
   */
  readonly modules: "app" | "certain";
  readonly connections: Readonly<Record<string, ResourceId>>;
  readonly keys: Readonly<Record<string, ResourceId>>;
  readonly webhooks: Readonly<Record<string, { readonly id: ResourceId; readonly url?: string }>>;
  readonly dataStores: Readonly<Record<string, ResourceId>>;
  readonly dataStructures: Readonly<Record<string, ResourceId>>;
  readonly scenarios: Readonly<Record<string, ResourceId>>;
  readonly values: Readonly<Record<string, string | number | boolean>>;
  /** Real ids of modules, by the ids that the catalogue has for them. */
  readonly moduleIds: Readonly<Record<string, { readonly module: string; readonly version: number }>>;
}
