import { describe, expect, test } from "vitest";
import * as googleDrive from "../../../src/catalog/apps/google-drive.ts";
import { ownForm } from "../../../src/catalog/form.ts";
import type { ModuleCall } from "../../../src/catalog/module.ts";
import { connection, env } from "../../../src/dsl/bindings.ts";
import { describeAgainstExports } from "../corpus-modules.ts";
import { valuesOf } from "../values-of.ts";

const account = { connection: connection("drive") };

describe("Google Drive", () => {
  test.for<[string, ModuleCall<unknown>, unknown]>([
    [
      "takes a file into a folder that is known by its id",
      googleDrive.uploadAFile({ ...account, folderId: env("ARCHIVE"), filename: "a.txt", data: "abc" }),
      { select: "map", folderId: "<values: ARCHIVE>", filename: "a.txt", data: "abc", convert: false },
    ],
    [
      "shares a new folder when it is told with whom",
      googleDrive.createAFolder({ ...account, name: "Reports", folderId: "/", role: "reader", type: "anyone" }),
      { name: "Reports", destination: "drive", folderId: "/", shared: true, role: "reader", type: "anyone" },
    ],
    [
      "keeps a new folder to itself otherwise",
      googleDrive.createAFolder({ ...account, name: "Reports", folderId: "/" }),
      { name: "Reports", destination: "drive", folderId: "/", shared: false },
    ],
    [
      "deletes a file",
      googleDrive.deleteAFile({ ...account, file: "f1" }),
      { select: "map", select1: "file", file: "f1" },
    ],
  ])("%s", ([, call, expected]) => {
    expect(valuesOf(call).mapper).toEqual(expected);
  });

  test("shows a folder as text in the editor, because nobody has picked it there", () => {
    const { declaration, input } = googleDrive.createAFolder({ ...account, folderId: "/" });
    expect(ownForm(declaration, input).metadata?.restore).toMatchObject({ expect: { folderId: { mode: "edit" } } });
  });
});

describeAgainstExports(googleDrive);
