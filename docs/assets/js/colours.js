// Runs before the page is drawn, so that it does not change under a reader's eyes: colours, where the reader chose some, whether
// there is JavaScript at all, and whether the finder was asked something.
try {
  const chosen = localStorage.getItem("colours");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.colours = chosen;
} catch {
  // Storage is switched off: the system's colours are shown.
}
document.documentElement.dataset.script = "";
if (location.search) document.documentElement.dataset.asked = "";
