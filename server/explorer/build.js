/** Bundles GraphiQL, its workers and the examples of the documentation into `built/`. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const WORKERS = {
  editor: "monaco-editor/esm/vs/editor/editor.worker.js",
  json: "monaco-editor/esm/vs/language/json/json.worker.js",
  graphql: "monaco-graphql/esm/graphql.worker.js",
};
const EXAMPLE = /^```graphql\n([^]*?)^```/gm;
const root = new URL("../../", import.meta.url);

const pages = ["README.md", ...readdirSync(new URL("docs/", root)).filter((each) => each.endsWith(".md")).map((each) => `docs/${each}`)];
const examples = pages.flatMap((page) =>
  [...readFileSync(new URL(page, root), "utf8").matchAll(EXAMPLE)].map(([, text]) => ({ page, text })));
examples.sort((one, other) => one.text.startsWith("mutation") - other.text.startsWith("mutation")); // a look first

await build({
  entryPoints: { main: "main.js", ...WORKERS },
  outdir: "built", bundle: true, minify: true, splitting: true, format: "esm",
  external: ["/board/*"],
  loader: { ".ttf": "file" },
  define: { "process.env.NODE_ENV": '"production"' },
  logLevel: "warning",
});
writeFileSync("built/examples.json", JSON.stringify(examples.map(({ page, text }) => `# ${page}\n${text}`)));
