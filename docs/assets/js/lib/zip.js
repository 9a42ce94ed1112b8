// A zip archive whose files are stored as they are, which is what a Word file is (PKWARE's APPNOTE 6.3). Sizes are in bytes.

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});
const VERSION = 20;
const NAMES_ARE_UTF8 = 0x0800;
const STORED = 0;
const FIRST_DAY = 0x0021; // 1 January 1980, the first that a zip can tell: the same texts give the same bytes

/**
 * The checksum that a zip keeps of a file.
 * @param {Uint8Array} content
 */
export function crc32(content) {
  let sum = 0xffffffff;
  for (const byte of content) sum = (TABLE[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

/**
 * An archive of texts.
 * @param {Record<string, string>} files from name to content, in order
 */
export function zip(files) {
  const encoder = new TextEncoder();
  const parts = new Parts();
  const listed = new Parts();
  for (const [file, text] of Object.entries(files)) {
    const [name, content] = [encoder.encode(file), encoder.encode(text)];
    const start = parts.size;
    const facts = new Parts()
      .short(VERSION, NAMES_ARE_UTF8, STORED, 0, FIRST_DAY)
      .long(crc32(content), content.length, content.length)
      .short(name.length, 0).content;
    parts.long(0x04034b50).add(...facts, name, content);
    listed
      .long(0x02014b50)
      .short(VERSION)
      .add(...facts)
      .short(0, 0, 0)
      .long(0, start)
      .add(name);
  }
  const count = Object.keys(files).length;
  const end = new Parts().long(0x06054b50).short(0, 0, count, count).long(listed.size, parts.size).short(0);
  return new Blob([...parts.content, ...listed.content, ...end.content]);
}

/** Bytes that are put one behind the other. */
class Parts {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  content = [];
  size = 0;

  /** @param {...Uint8Array<ArrayBuffer>} parts */
  add(...parts) {
    this.content.push(...parts);
    for (const part of parts) this.size += part.length;
    return this;
  }

  /** @param {...number} numbers of two bytes each, the lower first */
  short(...numbers) {
    return this.add(Uint8Array.from(numbers.flatMap((number) => [number & 0xff, number >>> 8])));
  }

  /** @param {...number} numbers of four bytes each, the lower first */
  long(...numbers) {
    for (const number of numbers) this.short(number & 0xffff, number >>> 16);
    return this;
  }
}
