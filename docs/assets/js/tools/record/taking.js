// What was written, taken away: copied into a form elsewhere, or saved as a file.
import { save } from "../../lib/save.js";
import { say } from "../../lib/texts.js";
import { WORD, wordFile } from "../../lib/word-file.js";
import { asMarkdown, asText } from "../../lib/written.js";

/** @typedef {Pick<import("../../lib/written.js").Note, "title" | "boxes">} Written */

/** @type {Record<string, [type: string, render: (note: Written) => string | Blob]>} from the end of a file's name */
const FORMATS = {
  txt: ["text/plain;charset=utf-8", asText],
  md: ["text/markdown;charset=utf-8", asMarkdown],
  docx: [WORD, ({ title, boxes }) => wordFile(title, boxes)],
};

/**
 * Save a note. Returns the name of the file, which tells nobody what is in it.
 * @param {string} format
 * @param {string} sheet as "record:its-id"
 * @param {Written} note
 */
export function saved(format, sheet, note) {
  const [type, render] = FORMATS[format] ?? [];
  const name = `${sheet.split(":")[1]}.${format}`;
  if (type && render) save(render(note), name, type);
  return name;
}

/**
 * Copy what stands in a box. Returns what to tell the reader.
 * @param {string} id of the box
 * @param {HTMLTextAreaElement[]} boxes
 * @param {import("../../lib/texts.js").Texts} texts
 */
export async function copied(id, boxes, texts) {
  const at = boxes.findIndex((box) => box.id === id);
  const box = boxes[at];
  if (!box?.value) return say(texts, "empty", { number: at + 1 });
  try {
    await navigator.clipboard.writeText(box.value);
    return say(texts, "copied", { number: at + 1 });
  } catch {
    box.focus();
    box.select();
    return say(texts, "not-copied");
  }
}
