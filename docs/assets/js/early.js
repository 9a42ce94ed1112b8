// Runs before the page is drawn, so that it does not change under a reader's eyes: colours, where the reader chose some, whether
// there is JavaScript at all, and whether the address asks something. Whatever answers, or fails to, takes `asked` away again.
import { remembered } from "./lib/store.js";

const colours = remembered("colours");
if (colours === "light" || colours === "dark") document.documentElement.dataset.colours = colours;
document.documentElement.dataset.script = "";
if (location.search) document.documentElement.dataset.asked = "";
