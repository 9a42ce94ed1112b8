// A note that somebody wrote under the headings of a record sheet: as a text, as Markdown, in a table, and what is read back.

/**
 * @typedef {object} Note
 * @property {string} id its own, on this device
 * @property {string} sheet the record sheet it was written on, as "record:its-id"
 * @property {string} title of that sheet
 * @property {{ link: string, title: string } | null} about what the note is about, as "guide:its-id"
 * @property {Box[]} boxes
 * @property {string} changed the moment of the last change, as 2026-11-28T10:00:00.000Z
 */
/** @typedef {{ id: string, label: string, text: string }} Box a heading, and what was written below it */

/**
 * A note as plain text: every letter as it was written.
 * @param {Pick<Note, "title" | "boxes">} note
 */
export const asText = ({ title, boxes }) =>
  `${[title, ...boxes.map(({ label, text }) => `${label}\n${text}`)].join("\n\n")}\n`;

/**
 * A note as Markdown, in which every letter is read as it was written.
 * @param {Pick<Note, "title" | "boxes">} note
 */
export const asMarkdown = ({ title, boxes }) =>
  `${[`# ${plain(title)}`, ...boxes.flatMap(({ label, text }) => [`## ${plain(label)}`, plain(text)])].join("\n\n")}\n`;

/** @param {string} text */
const plain = (text) =>
  text
    .trim()
    .replace(/[\\`*_[\]<>#|~&!]/g, "\\$&")
    .replace(/^([ \t]*)([-+=]|\d+(?=[.)]))/gm, (_, space, mark) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
    .replace(/^[ \t]+/gm, "")
    .replace(/(\S)[ \t]*\r?\n(?=\S)/g, "$1  \n");

const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A row of a table as spreadsheets read it. A cell that one of them might take for a formula is led by an apostrophe
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 * @param {string[]} cells
 */
export const row = (cells) =>
  cells.map((cell) => `"${(RUNS.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`).join(",");

/**
 * Notes as a table, a row for each box. It begins with the mark by which Excel knows that letters are UTF-8.
 * @param {string[]} head the names of the columns: sheet, about, changed, heading, text
 * @param {Note[]} notes
 */
export const asTable = (head, notes) =>
  `\ufeff${[
    head,
    ...notes.flatMap(({ title, about, changed, boxes }) =>
      boxes.map(({ label, text }) => [title, about?.title ?? "", changed, label, text]),
    ),
  ]
    .map((cells) => `${row(cells)}\r\n`)
    .join("")}`;

const FORMAT = "peer-reflection-notes";
const MOST = { notes: 2000, boxes: 60, letters: 200_000 };

/**
 * Notes as a file to be read back.
 * @param {Note[]} notes
 */
export const asFile = (notes) => `${JSON.stringify({ format: FORMAT, version: 1, notes }, null, 1)}\n`;

/**
 * The notes in such a file; null where it is none, or holds anything that no such file holds.
 * @param {string} file
 * @returns {Note[] | null}
 */
export function fromFile(file) {
  try {
    const { format, version, notes } = JSON.parse(file);
    const isOurs = format === FORMAT && version === 1 && Array.isArray(notes) && notes.length <= MOST.notes;
    return isOurs && notes.every(isNote) ? notes.map(noteOf) : null;
  } catch {
    return null;
  }
}

const LINK = /^[a-z-]{1,40}:[a-z0-9-]{1,80}$/;
const ID = /^[a-z0-9-]{1,80}$/i;

/** Whether something is a link to a document of the library: "guide:its-id". @param {unknown} value */
export const isLink = (value) => typeof value === "string" && LINK.test(value);

/** @param {unknown} value */
const isShort = (value) => typeof value === "string" && value.length <= 500;

/** @param {any} box */
const isBox = (box) =>
  ID.test(box?.id) && isShort(box.label) && typeof box.text === "string" && box.text.length <= MOST.letters;

/**
 * Whether what was read has the shape of a note.
 * @param {any} note
 * @returns {note is Note}
 */
export const isNote = (note) =>
  typeof note?.id === "string" &&
  ID.test(note.id) &&
  isLink(note.sheet) &&
  isShort(note.title) &&
  (note.about === null || (isLink(note.about?.link) && isShort(note.about.title))) &&
  Array.isArray(note.boxes) &&
  note.boxes.length <= MOST.boxes &&
  note.boxes.every(isBox) &&
  typeof note.changed === "string" &&
  !Number.isNaN(Date.parse(note.changed));

/**
 * A note with nothing besides what a note holds.
 * @param {Note} note
 * @returns {Note}
 */
const noteOf = ({ id, sheet, title, about, boxes, changed }) => ({
  id,
  sheet,
  title,
  about: about && { link: about.link, title: about.title },
  boxes: boxes.map(({ id, label, text }) => ({ id, label, text })),
  changed,
});
