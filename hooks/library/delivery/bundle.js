// Bundles the scripts of pages:  node bundle.js ROOT  where ROOT is the project's folder.
// Writes to standard output, as JSON, each script's content by its path below docs/.
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { buildSync } from "esbuild";

const docs = resolve(process.argv[2] ?? ".", "docs");
const folder = join(docs, "assets", "js");
const tools = readdirSync(join(folder, "tools")).filter((name) => name.endsWith(".js"));

/** Each script with all it imports, so that a page asks for each of its tools once. */
function bundled(names, format) {
  const { outputFiles } = buildSync({
    entryPoints: names.map((name) => join(folder, name)),
    format,
    bundle: true,
    minify: true,
    charset: "utf8",
    target: ["safari15", "chrome90", "firefox90"], // the oldest we care for: tests/test_old_browsers.py
    absWorkingDir: folder,
    outbase: folder,
    outdir: folder,
    preserveSymlinks: true,
    tsconfigRaw: {}, // tsconfig.json is for checking types alone: what is published hangs on the scripts
    write: false,
    logLevel: "silent",
  });
  return outputFiles.map(({ path, text }) => [relative(docs, path).replaceAll("\\", "/"), text]);
}

try {
  const early = bundled(["early.js"], "iife"); // no module: it runs before the page is drawn
  const modules = bundled(["page.js", ...tools.map((name) => `tools/${name}`)], "esm");
  process.stdout.write(JSON.stringify(Object.fromEntries([...early, ...modules])));
} catch (error) {
  if (!error.errors) throw error;
  for (const { location, text } of error.errors) {
    console.error(`docs/assets/js/${location?.file ?? ""}:${location?.line ?? 1}  ${text}`);
  }
  process.exitCode = 1;
}
