// An index that MiniSearch made, packed as the build packs its own: what hooks/library/find/counted.js is held to.

/**
 * Put an index into few characters.
 * @param {import("minisearch").default} index
 * @returns {import("../../docs/assets/js/lib/index.js").Packed}
 */
export function pack(index) {
  const plain = index.toJSON();
  const entries = [...plain.index].sort(([word], [other]) => (word < other ? -1 : 1));
  const ids = Array.from({ length: plain.documentCount }, (_, id) => id);
  return {
    terms: entries.map(([word]) => word).join(" "),
    postings: entries.map(([, fields]) =>
      Object.entries(fields).flatMap(([field, postings]) => packed(Number(field), postings)),
    ),
    lengths: ids.map((id) => (plain.fieldLength[id] ?? []).map((length) => length ?? 0)),
    means: plain.averageFieldLength.map((mean) => Math.round(mean * 100) / 100),
  };
}

/**
 * @param {number} field
 * @param {Record<string, number>} postings from document to how often the word stands in it
 */
function packed(field, postings) {
  const numbers = [];
  let before = 0;
  for (const [id, times] of Object.entries(postings)) {
    numbers.push(Number(id) - before);
    if (times > 1) numbers.push(-times);
    before = Number(id);
  }
  return [field, numbers.length, ...numbers];
}
