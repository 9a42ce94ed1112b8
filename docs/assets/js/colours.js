// Runs before the page is drawn, so that the reader's colours are there from the start. Kept only where the reader chose.
try {
  const chosen = localStorage.getItem("colours");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.colours = chosen;
} catch {
  // Storage is switched off: the system's colours are shown.
}
