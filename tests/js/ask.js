// Asks a built index questions, as the finder does:  node ask.js FOLDER GIVEN < questions.json > outcomes.json
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answer } from "../../docs/assets/js/tools/finder/asking.js";
import { joined, opened } from "../../docs/assets/js/tools/finder/parts.js";

const [folder, given] = process.argv.slice(2);
const part = (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8"));

const first = opened(part("first"));
const index = existsSync(join(folder, "full.json")) ? joined(first, part("full")) : first;
const outcomes = JSON.parse(readFileSync(0, "utf8")).map((question) => {
  const { understood, urgent, answers, near, alike, passing, meant } = answer(question, index, JSON.parse(given));
  const urls = (found) => found.map(({ facts }) => facts.url);
  return {
    filters: understood.filters,
    urgent: urgent?.url ?? "",
    answers: urls(answers),
    near: urls(near),
    alike,
    passing,
    meant,
  };
});
process.stdout.write(JSON.stringify(outcomes));
