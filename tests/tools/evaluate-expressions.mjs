// Evaluates expressions of GitHub with GitHub's own evaluator. Input: {"cases": [{"expression": "...", "contexts": {...}}]}.
// Answer: for each case {"value": "..."} (as text) or {"error": "..."}.
import { Evaluator, Lexer, Parser, data } from "@actions/expressions";
import { answer, readRequest } from "./input.mjs";

const value = (json) => {
  if (json === null) return new data.Null();
  if (typeof json === "string") return new data.StringData(json);
  if (typeof json === "number") return new data.NumberData(json);
  if (typeof json === "boolean") return new data.BooleanData(json);
  if (Array.isArray(json)) return new data.Array(...json.map(value));
  return new data.Dictionary(...Object.entries(json).map(([key, inner]) => ({ key, value: value(inner) })));
};

await answer(readRequest().cases.map(({ expression, contexts }) => {
  try {
    const tree = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), []).parse();
    return { value: new Evaluator(tree, value(contexts)).evaluate().coerceString() };
  } catch (broken) {
    return { error: `${broken}` };
  }
}));
