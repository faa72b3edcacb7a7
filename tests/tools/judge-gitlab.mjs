// Judges GitLab pipelines: GitLab's schema, gitlab-ci-local's own reading (needs, stages, rules), and one more JSON schema where one is given.
// Answer: [{"name": "...", "problems": [{"judge": "...", "message": "..."}]}], a file each, in the order given.
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dump, load } from "js-yaml";
import { gitLabSchema } from "./gitlab-schema.mjs";
import { answer, readRequest } from "./input.mjs";
import { schemaCheck, schemaFile } from "./schema.mjs";

const program = fileURLToPath(new URL("node_modules/gitlab-ci-local/dist/index.js", import.meta.url));
const { files, schema, read } = readRequest();
const schemas = [["gitlab-schema", schemaCheck(gitLabSchema())], ...(schema ? [["schema", schemaFile(schema)]] : [])];

function bySchemas({ text }) {
  const document = load(text);
  return schemas.flatMap(([judge, check]) => check(document).map((message) => ({ judge, message })));
}

// It reads a pipeline inside a repository only. The schema has been asked already, once for all files.
function makeRepository() {
  const folder = mkdtempSync(join(tmpdir(), "judge-gitlab-"));
  const git = (...words) => execFileSync("git", ["-c", "user.name=judge", "-c", "user.email=judge@example.invalid", ...words], { cwd: folder, stdio: "ignore" });
  git("init", "--initial-branch", "main");
  git("remote", "add", "origin", "https://example.invalid/group/project.git");
  git("commit", "--allow-empty", "--message", "Start");
  // What changed is counted from the default branch of the remote, as it was fetched last.
  git("update-ref", "refs/remotes/origin/main", "HEAD");
  git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  return folder;
}

const byLocalRun = (folder, index) => new Promise((done) => {
  const words = [program, "--list-json", "--no-json-schema-validation", "--file", `${index}.yml`, "--state-dir", `.state-${index}`];
  execFile(process.execPath, words, { cwd: folder, timeout: 120_000 }, (failure, _, log) =>
    done(failure ? [{ judge: "gitlab-ci-local", message: problem(log) || failure.message }] : []));
});

// What it says about Git and its speed is no verdict.
const problem = (log) => log.replace(/\u001b\[[0-9;]*m/g, "").split("\n")
  .filter((line) => line.trim() && !/^(Unable to retrieve default|\s*Command failed with exit code 128|fatal: ref|parsing and downloads|json schema)/.test(line)).join("\n");

// It would fetch components from where they are kept, which is no matter of the file.
function withoutComponents(text) {
  if (!/^include:/m.test(text)) return text;
  const { include, ...document } = load(text);
  const rest = [include].flat().filter((one) => !one?.component);
  return dump(rest.length ? { include: rest, ...document } : document);
}

// What isn't YAML it is to refuse itself.
function readable(text) {
  try {
    return withoutComponents(text);
  } catch {
    return text;
  }
}

const folder = makeRepository();
const verdicts = new Array(files.length);
try {
  files.forEach((file, index) => writeFileSync(join(folder, `${index}.yml`), readable(file.text)));
  let next = 0;
  const work = async () => {
    for (let index = next++; index < files.length; index = next++) {
      let problems;
      try {
        problems = bySchemas(files[index]);
      } catch (broken) {
        problems = [{ judge: "js-yaml", message: `${broken}` }];
      }
      verdicts[index] = { name: files[index].name, problems: [...problems, ...(read ? await byLocalRun(folder, index) : [])] };
    }
  };
  await Promise.all([work(), work()]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
await answer(verdicts);
