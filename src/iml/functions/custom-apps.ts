// Functions that Make lists for the authors of custom apps. Scenarios do not have them.

import { defineFunction, type ImlFunction } from "../define-function.ts";

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  csv: "text/csv",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  gif: "image/gif",
  htm: "text/html",
  html: "text/html",
  ics: "text/calendar",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  json: "application/json",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  pdf: "application/pdf",
  png: "image/png",
  ppt: "application/vnd.ms-powerpoint",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  svg: "image/svg+xml",
  txt: "text/plain",
  wav: "audio/wav",
  webp: "image/webp",
  xls: "application/vnd.ms-excel",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xml: "application/xml",
  zip: "application/zip",
};

export const customAppFunctions: readonly ImlFunction[] = [
  defineFunction({
    name: "mime",
    group: "text",
    summary: "Gives the media type of a file by its name",
    params: [{ name: "filename", type: "text" }],
    returns: "text",
    examples: [['mime("picture.png")', "image/png"]],
    evaluate: ([filename]) => {
      const extension = filename.slice(filename.lastIndexOf(".") + 1).toLowerCase();
      return Object.hasOwn(MEDIA_TYPES, extension) ? MEDIA_TYPES[extension] : "application/octet-stream";
    },
  }),
];
