import { readFileSync } from "node:fs";
import Ajv from "ajv";
import addFormats from "ajv-formats";

// Draft 7 as the schemas of both systems use it; unknown keywords (markdownDescription, tsType) are words for editors.
export function schemaCheck(schema) {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return (document) => (validate(document) ? [] : validate.errors.map((error) => `${error.instancePath || "/"} ${error.message}`));
}

export const schemaFile = (path) => schemaCheck(JSON.parse(readFileSync(path, "utf8")));
