// GitHub's parser was made for bundlers: it imports JSON the way Node doesn't. The hook gives it that JSON as a module.
import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";

registerHooks({
  load: (url, context, next) => url.endsWith(".json") && url.includes("/@actions/")
    ? { format: "module", source: `export default ${readFileSync(new URL(url), "utf8")};`, shortCircuit: true }
    : next(url, context),
});

export const { NoOperationTraceWriter, convertWorkflowTemplate, parseWorkflow } = await import("@actions/workflow-parser");
