// Standard input: {"files": [{"name": "...", "text": "..."}], "schema": "path or nothing", ...}. Standard output: one JSON document.
import { readFileSync } from "node:fs";

export const readRequest = () => JSON.parse(readFileSync(0, "utf8"));

// Judges write to the console while they work; what this program answers must stay the only text on standard output.
const write = process.stdout.write.bind(process.stdout);
console.log = console.info = console.warn = (...words) => console.error(...words);

export const answer = (value) => new Promise((written) => write(JSON.stringify(value), written));
