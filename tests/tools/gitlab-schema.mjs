// GitLab's own schema, which gitlab-ci-local carries in its one file of code: no package has it by itself.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const start = '{$schema:"http://json-schema.org/draft-07/schema#",$id:"https://gitlab.com/.gitlab-ci.yml"';

export function gitLabSchema() {
  const code = readFileSync(new URL("node_modules/gitlab-ci-local/dist/index.js", import.meta.url), "utf8");
  const from = code.indexOf(start);
  if (from < 0) throw new Error("This version of gitlab-ci-local doesn't carry GitLab's schema where it is looked for.");
  return vm.runInNewContext(`(${literal(code, from)})`, Object.create(null), { timeout: 5000 });
}

// From the brace to the one that closes it; braces in strings don't count.
function literal(code, from) {
  let depth = 0;
  for (let i = from; i < code.length; i++) {
    const c = code[i];
    if (c === '"' || c === "'" || c === "`") i = endOfString(code, i);
    else if (c === "{") depth++;
    else if (c === "}" && --depth === 0) return code.slice(from, i + 1);
  }
  throw new Error("The schema in gitlab-ci-local has no end.");
}

function endOfString(code, from) {
  for (let i = from + 1; i < code.length; i++) {
    if (code[i] === "\\") i++;
    else if (code[i] === code[from]) return i;
  }
  throw new Error("A string in gitlab-ci-local has no end.");
}
