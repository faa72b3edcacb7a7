// Reads YAML with two readers: js-yaml (1.2) and yaml in its 1.1 mode, where "yes" and "1:30" mean something.
// Answer: [{"name": "...", "js-yaml": <value>, "yaml-1.1": <value>}], or "error" in place of both.
import { load } from "js-yaml";
import { parse } from "yaml";
import { answer, readRequest } from "./input.mjs";

await answer(readRequest().files.map(({ name, text }) => {
  try {
    return { name, "js-yaml": load(text), "yaml-1.1": parse(text, { version: "1.1" }) };
  } catch (broken) {
    return { name, error: `${broken}` };
  }
}));
