import assert from "node:assert/strict";
import test from "node:test";
import { asFile, asMarkdown, asTable, asText, fromFile, row } from "../../docs/assets/js/lib/written.js";

const ODD = "Line 1\nשלום 👩🏽‍🏫 \"quoted\", <b>bold</b> & 'so'\n\n\tTabbed; \u202Eturned\u202C \\ end ";
const NOTE = {
  id: "a1",
  sheet: "record:note",
  title: "A short note",
  about: { link: "guide:listening", title: "Listening" },
  boxes: [
    { id: "day", label: "The day", text: "3 December" },
    { id: "learnt", label: "What I learnt", text: ODD },
  ],
  changed: "2026-12-03T10:00:00.000Z",
};

test("a text holds every letter as it was written", () => {
  assert.equal(asText(NOTE), `A short note\n\nThe day\n3 December\n\nWhat I learnt\n${ODD}\n`);
});

/** @type {[written: string, markdown: string][]} */
const MARKDOWN = [
  ["Plain words.", "Plain words."],
  ["1. One\n2) Two", "1\\. One  \n2\\) Two"],
  ["# No heading\n- no point\n+ nor this\n=====", "\\# No heading  \n\\- no point  \n\\+ nor this  \n\\====="],
  ["a*b*_c_ [d](e) `f` <g> &amp; !", "a\\*b\\*\\_c\\_ \\[d\\](e) \\`f\\` \\<g\\> \\&amp; \\!"],
  ["One\n\nTwo\r\nthree", "One\n\nTwo  \nthree"],
  ["    four spaces", "four spaces"],
];
for (const [written, markdown] of MARKDOWN)
  test(`in Markdown ${JSON.stringify(written)} is read as it is written`, () => {
    const note = { title: "T", boxes: [{ id: "x", label: "L", text: written }] };
    assert.equal(asMarkdown(note), `# T\n\n## L\n\n${markdown}\n`);
  });

/** @type {[cell: string, written: string][]} */
const CELLS = [
  ["plain", '"plain"'],
  ['say "so", then\nmore', '"say ""so"", then\nmore"'],
  ["=1+1", '"\'=1+1"'],
  ["+44", '"\'+44"'],
  ["-5", '"\'-5"'],
  ["@SUM(A1)", '"\'@SUM(A1)"'],
  ["\t=1", '"\'\t=1"'],
  ["\r=1", '"\'\r=1"'],
  ["\n=1", '"\'\n=1"'],
  ["＝1", '"\'＝1"'],
  ["a=1", '"a=1"'],
  ["", '""'],
];
for (const [cell, written] of CELLS)
  test(`in a table ${JSON.stringify(cell)} is never a formula`, () => assert.equal(row([cell]), written));

test("a table has a row for each box", () => {
  const rows = asTable(["Sheet", "About", "Changed", "Heading", "Text"], [NOTE]).split("\r\n");
  assert.equal(rows[0], '\ufeff"Sheet","About","Changed","Heading","Text"');
  assert.equal(rows[1], '"A short note","Listening","2026-12-03T10:00:00.000Z","The day","3 December"');
  assert.equal(rows.length, 4);
});

test("a file is read back as it was, letter by letter", () => {
  assert.deepEqual(fromFile(asFile([NOTE, { ...NOTE, about: null }])), [NOTE, { ...NOTE, about: null }]);
  assert.deepEqual(fromFile(asFile([])), []);
});

const file = (/** @type {object} */ change) => asFile([{ ...NOTE, ...change }]);
const BAD = {
  nothing: "",
  "no JSON": "{",
  "another file": '{"a": 1}',
  "a list": "[]",
  null: "null",
  "a later version": asFile([]).replace('"version": 1', '"version": 2'),
  "notes that are none": '{"format": "peer-reflection-notes", "version": 1, "notes": [null]}',
  "an id that leads elsewhere": file({ id: "../x" }),
  "a sheet that is no link": file({ sheet: "javascript:alert(1)" }),
  "a title that is no text": file({ title: {} }),
  "boxes that are no list": file({ boxes: {} }),
  "a box without a text": file({ boxes: [{ id: "x", label: "X" }] }),
  "a day that is none": file({ changed: "soon" }),
  "something to be about that is no link": file({ about: { link: "x", title: "X" } }),
  "too long a text": file({ boxes: [{ id: "x", label: "X", text: "x".repeat(200_001) }] }),
};
for (const [what, text] of Object.entries(BAD))
  test(`a file that holds ${what} is not taken`, () => assert.equal(fromFile(text), null));

test("of what is read, only what a note has is kept", () => {
  const read = fromFile(file({ more: "<script>", boxes: [{ id: "x", label: "X", text: "t", html: "<b>" }] }));
  assert.deepEqual(read, [{ ...NOTE, boxes: [{ id: "x", label: "X", text: "t" }] }]);
});
