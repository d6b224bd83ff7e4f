// Everything that ESLint knows of JSON.
import json from "@eslint/json";

export default [{ files: ["**/*.json"], plugins: { json }, language: "json/json", ...json.configs.recommended }];
