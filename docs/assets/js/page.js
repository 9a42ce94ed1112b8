// The entry of every page: starts what the frame does, then each tool the page holds. A tool is an element with
// data-tool, the name of a file in tools/; the page's head names where that file was published, with the words it says.
import { start as startColours } from "./frame/colours.js";
import { start as startContents } from "./frame/contents.js";
import { start as startFolds } from "./frame/folds.js";
import { start as startMenu } from "./frame/menu.js";
import { start as startOffline } from "./frame/offline.js";
import { start as startSteps } from "./frame/steps.js";
import { find, findAll } from "./lib/dom.js";

/** @param {HTMLElement} root */
async function startTool(root) {
  const name = root.dataset.tool;
  try {
    const script = find(document.head, `link[rel=modulepreload][data-tool="${name}"]`, HTMLLinkElement);
    const { start, texts } = await import(script.href);
    start(root, { texts, ...JSON.parse(root.dataset.given ?? "{}") });
  } catch (error) {
    delete document.documentElement.dataset.asked; // nothing will answer: the page shows what it shows without a script
    throw error;
  } finally {
    delete document.documentElement.dataset.waits;
  }
}

startColours(find(document, "button.colours", HTMLButtonElement));
for (const menu of findAll(document, "details:is(.menu, .action)", HTMLDetailsElement)) startMenu(menu);
for (const contents of findAll(document, ".at-hand details", HTMLDetailsElement)) startContents(contents);
for (const button of findAll(document, "button.open-all", HTMLButtonElement)) startSteps(button);
startFolds();
startOffline();
for (const root of findAll(document, "[data-tool]:not(link)", HTMLElement)) startTool(root);
