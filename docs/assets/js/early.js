// Runs before the page is drawn, so that it does not change under a reader's eyes: colours, where the reader chose some, whether
// there is JavaScript at all, and whether the address asks something: what that is looked up in is on its way at once. Whatever
// answers, or fails to, takes `asked` away again.
// Some pages wait for their tool, for a moment at most: whatever starts it, or fails to, takes `waits` away.
import { remembered } from "./lib/store.js";

const PATIENCE = 3000; // ms: a page that waits for its tool is shown as it is, where that never comes

const colours = remembered("colours");
if (colours === "light" || colours === "dark") document.documentElement.dataset.colours = colours;
document.documentElement.dataset.script = "";
document.documentElement.dataset.waits = "";
setTimeout(() => delete document.documentElement.dataset.waits, PATIENCE);
if (location.search) {
  document.documentElement.dataset.asked = "";
  const first = document.currentScript?.dataset.first; // what the answer is looked up in, of a page that has one
  if (first) {
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "fetch", href: first });
    link.crossOrigin = "anonymous";
    document.head.append(link);
  }
}
