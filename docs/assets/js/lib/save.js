// Give readers a file made on their own device. Nothing is sent.

const LET_GO_AFTER = 10_000; // ms: some browsers read the file only once the reader has said where to put it

/**
 * @param {string | Blob} content
 * @param {string} name
 * @param {string} type of the media, as "text/calendar"
 */
export function save(content, name, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LET_GO_AFTER);
}
