// A Word file with a title, headings and paragraphs: a zip of a little XML (ECMA-376). Word, Pages and LibreOffice open it.
import { zip } from "./zip.js";

/** @typedef {{ label: string, text: string }} Box a heading, and what stands below it */

export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const PART = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const NOT_IN_XML = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu; // control characters, and two that are none
const FROM_THE_RIGHT =
  /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * A text as it stands in XML.
 * @param {string} text
 */
const escaped = (text) => text.replace(NOT_IN_XML, "").replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? "");

/**
 * A paragraph for each line. What is written from the right is set from the right.
 * @param {string} text
 * @param {string} style
 */
const paragraphs = (text, style = "Normal") =>
  text
    .split(/\r\n|[\r\n]/)
    .map((line) => {
      const [bidi, rtl] = FROM_THE_RIGHT.test(line) ? ["<w:bidi/>", "<w:rPr><w:rtl/></w:rPr>"] : ["", ""];
      const words = line && `<w:r>${rtl}<w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`;
      return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${bidi}</w:pPr>${words}</w:p>`;
    })
    .join("");

/**
 * @param {string} id
 * @param {string} name
 * @param {string} paragraph
 * @param {string} letters
 */
const style = (id, name, paragraph, letters) =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>` +
  `${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}<w:qFormat/>` +
  `<w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;

const HEADING = '<w:keepNext/><w:spacing w:before="320" w:after="80"/>';
/** The styles, in the language of the page. */
const styles = () =>
  `${HEAD}<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" ` +
  `w:cs="Arial"/><w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="${document.documentElement.lang}"/></w:rPr></w:rPrDefault></w:docDefaults>` +
  style("Normal", "Normal", '<w:spacing w:after="120" w:line="288" w:lineRule="auto"/>', "") +
  style("Title", "Title", '<w:spacing w:after="200"/>', '<w:b/><w:sz w:val="40"/><w:szCs w:val="40"/>') +
  style(
    "Heading1",
    "heading 1",
    `${HEADING}<w:outlineLvl w:val="0"/>`,
    '<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>',
  ) +
  "</w:styles>";

const TYPES =
  `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-` +
  `package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${PART}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${PART}.styles+xml"/><Override PartName="/docProps/core.xml" ` +
  `ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

/** @param {string[][]} parts of which each is a type and a file */
const relations = (parts) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">` +
  parts.map(([type, file], at) => `<Relationship Id="r${at}" Type="${type}" Target="${file}"/>`).join("") +
  "</Relationships>";

/**
 * @param {string} title
 * @param {Box[]} boxes
 */
export function wordFile(title, boxes) {
  const body = boxes.map(({ label, text }) => paragraphs(label, "Heading1") + paragraphs(text)).join("");
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return zip({
    "[Content_Types].xml": TYPES,
    "_rels/.rels": relations([
      [`${OFFICE}/officeDocument`, "word/document.xml"],
      [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    ]),
    "word/document.xml": `${HEAD}<w:document xmlns:w="${MAIN}"><w:body>${paragraphs(title, "Title")}${body}${page}</w:body></w:document>`,
    "word/_rels/document.xml.rels": relations([[`${OFFICE}/styles`, "styles.xml"]]),
    "word/styles.xml": styles(),
    "docProps/core.xml":
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
      `<dc:title>${escaped(title)}</dc:title><dc:language>${document.documentElement.lang}</dc:language></cp:coreProperties>`,
  });
}
