import assert from "node:assert/strict";
import test from "node:test";
import { wordFile } from "../../docs/assets/js/lib/word-file.js";
import { crc32, zip } from "../../docs/assets/js/lib/zip.js";
import { pretend } from "./page.js";

pretend({});

test("a checksum is the one that every zip has", () => {
  assert.equal(crc32(new TextEncoder().encode("123456789")), 0xcbf43926);
  assert.equal(crc32(new Uint8Array()), 0);
});

const read = async (/** @type {Blob} */ blob) => Buffer.from(await blob.arrayBuffer());

test("an archive ends with a list of its files, each where it says", async () => {
  const bytes = await read(zip({ "a.txt": "one", "é/b.txt": "שלום" }));
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50);
  assert.equal(bytes.readUInt16LE(end + 10), 2);
  let at = bytes.readUInt32LE(end + 16);
  for (const [name, text] of [
    ["a.txt", "one"],
    ["é/b.txt", "שלום"],
  ]) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50);
    const [length, start] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    assert.equal(bytes.toString("utf8", at + 46, at + 46 + length), name);
    const content = start + 30 + length;
    assert.equal(bytes.toString("utf8", content, content + bytes.readUInt32LE(start + 18)), text);
    at += 46 + length;
  }
  assert.equal(at, end);
});

test("the same words give the same bytes", async () => {
  const boxes = [{ label: "Learnt", text: "Words" }];
  assert.deepEqual(await read(wordFile("T", boxes)), await read(wordFile("T", boxes)));
});

test("a file has the language of the page it was written on", async () => {
  pretend({ lang: "cy-GB" });
  const written = String(await read(wordFile("T", [])));
  pretend({});
  assert.match(written, /<w:lang w:val="cy-GB"\/>/);
  assert.match(written, /<dc:language>cy-GB</);
});
