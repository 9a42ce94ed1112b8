// Bundles the scripts and style sheets of pages:  node bundle.js ROOT  where ROOT is the project's folder.
// Writes to standard output, as JSON, the content of each by its path below docs/.
import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { buildSync } from "esbuild";

const docs = resolve(process.argv[2] ?? ".", "docs");
const folder = join(docs, "assets");
const filesIn = (name, ending) => readdirSync(join(folder, name)).filter((file) => file.endsWith(ending));
const tools = filesIn("js/tools", ".js");
const sheets = filesIn("css", ".css").map((name) => `css/${name}`);

/** Each with all it imports, so that a page asks for each of its tools, and for its style sheet, once. */
function bundled(names, options = {}) {
  const { outputFiles } = buildSync({
    entryPoints: names.map((name) => join(folder, name)),
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
    ...options,
  });
  return outputFiles.map(({ path, text }) => [relative(docs, path).replaceAll("\\", "/"), text]);
}

try {
  const early = bundled(["js/early.js"], { format: "iife" }); // no module: it runs before the page is drawn
  const follow = bundled(["js/follow.js"], { format: "iife", target: "es5" }); // for the oldest phone in the room
  const modules = bundled(["js/page.js", ...tools.map((name) => `js/tools/${name}`)], { format: "esm" });
  const styles = bundled(sheets, {
    external: ["*.woff2"], // assets.py gives fonts their lasting names
    target: ["safari13", "chrome80", "firefox78"], // a page without its script still works; without its style sheet it hardly does
  });
  process.stdout.write(JSON.stringify(Object.fromEntries([...early, ...follow, ...modules, ...styles])));
} catch (error) {
  if (!error.errors) throw error;
  for (const { location, text } of error.errors) {
    console.error(`docs/assets/${location?.file ?? ""}:${location?.line ?? 1}  ${text}`);
  }
  process.exitCode = 1;
}
