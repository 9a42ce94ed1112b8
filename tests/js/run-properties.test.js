import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { leftOut, offers } from "../../docs/assets/js/lib/run/catch-up.js";
import { after, MINUTE, moved, read, SECOND } from "../../docs/assets/js/lib/run/clock.js";
import { readBack, written } from "../../docs/assets/js/lib/run/kept.js";
import { seated } from "../../docs/assets/js/lib/run/roles.js";
import { schedule } from "../../docs/assets/js/lib/run/schedule.js";

fc.configureGlobal({ numRuns: Number(process.env.RUNS ?? 200), seed: Number(process.env.SEED ?? 20261128) }); // RUNS=20000 SEED=1 looks further

const START = Date.parse("2026-10-25T00:30:00Z"); // an hour before clocks go back
const sum = (/** @type {number[]} */ spans) => spans.reduce((whole, span) => whole + span, 0);
const minutes = (/** @type {number} */ most) => fc.integer({ min: 1, max: most }).map((count) => count * MINUTE);

const step = fc
  .record({
    length: fc.option(minutes(30)),
    share: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    isRequired: fc.boolean(),
  })
  .map(({ length, share, isRequired }) => ({
    length,
    least: length === null || share === null || isRequired ? null : Math.round((length * share) / SECOND) * SECOND,
    isRequired,
  }));
const plan = fc.array(step, { minLength: 1, maxLength: 12 });

/** A session in which anything happened, and an instant after it. */
const sessions = plan.chain((steps) => {
  const span = fc.integer({ min: 0, max: 40 * MINUTE });
  const number = fc.integer({ min: 0, max: steps.length - 1 });
  const lengths = fc.tuple(...steps.map(({ length }) => (length === null ? fc.constant(null) : fc.nat(length))));
  const event = fc.oneof(
    fc.record({ type: fc.constant("stepped"), since: span, to: number }),
    fc.record({ type: fc.constantFrom("paused", "resumed"), since: span }),
    fc.record({ type: fc.constant("added"), since: span, step: number, by: fc.constant(MINUTE) }),
    fc.record({ type: fc.constant("corrected"), since: span, by: span }),
    fc.record({ type: fc.constant("fitted"), since: span, lengths }),
    fc.record({ type: fc.constant("extended"), since: span, end: span.map((later) => START + later) }),
  );
  return fc
    .record({ happened: fc.array(event, { maxLength: 25 }), rest: span, late: fc.option(span) })
    .map(({ happened, rest, late }) => {
      let at = START;
      const events = happened.map(({ since, ...values }) => {
        at += since;
        return { ...values, at };
      });
      const due = late === null ? {} : { due: START - late };
      return { session: { steps, events: [{ type: "started", at: START }, ...events], ...due }, now: at + rest };
    });
});

test("the times of all steps and the pauses are the whole time since the start", () => {
  fc.assert(
    fc.property(sessions, ({ session, now }) => {
      const { spent, paused, elapsed, startedAt } = read(session, now);
      assert.equal(sum(spent) + paused, elapsed);
      assert.equal(Number(startedAt) + elapsed, now);
      assert.ok(spent.every((span) => span >= 0));
    }),
  );
});

test("what is planned and what was added make the end, where every step keeps its time", () => {
  fc.assert(
    fc.property(plan, fc.array(fc.nat(5), { maxLength: 6 }), (steps, added) => {
      const events = added.map((place) => ({ type: "added", at: START, step: place % steps.length, by: MINUTE }));
      const reading = read({ steps, events: [{ type: "started", at: START }, ...events] }, START);
      assert.equal(reading.expectedEnd, START + sum(steps.map(({ length }) => length ?? 0)) + added.length * MINUTE);
    }),
  );
});

test("how late it began and how much it slipped is how far it is behind, until another end is agreed", () => {
  fc.assert(
    fc.property(sessions, ({ session, now }) => {
      fc.pre(session.events.every(({ type }) => type !== "extended"));
      const { late, slipped, behind } = read(session, now);
      assert.equal(late + slipped, behind);
    }),
  );
});

test("a catching up ends in time, or says what it lacks", () => {
  fc.assert(
    fc.property(sessions, ({ session, now }) => {
      for (const { lengths, short } of waysOf(session, now)) {
        const then = read(after(session, { type: "fitted", at: now, lengths }), now);
        assert.equal(Number(then.expectedEnd) - short, then.plannedEnd);
      }
    }),
  );
});

test("no catching up takes from what is over, from the ending or what must stay, nor more than a step can give", () => {
  fc.assert(
    fc.property(sessions, ({ session, now }) => {
      const { step, spent, lengths: before } = read(session, now);
      const taken = waysOf(session, now).flatMap(({ lengths }) =>
        [...lengths.entries()].filter(([index, length]) => length !== before[index]),
      );
      for (const [index, length] of taken) {
        const { least, isRequired } = session.steps[index] ?? assert.fail();
        assert.ok(!isRequired && index >= step && index < session.steps.length - 1);
        assert.ok(Number(length) >= Number(least) && (index > step || Number(length) >= Number(spent[index])));
      }
    }),
  );
});

/** Every way of catching up that is offered, with what it lacks. */
function waysOf(session, now) {
  const { share, single } = offers(session, now) ?? { share: null, single: [] };
  return [...(share ? [share] : []), ...single.map(({ lengths }) => ({ lengths, short: 0 }))];
}

test("what is left out saves what is said", () => {
  fc.assert(
    fc.property(sessions, ({ session, now }) => {
      const before = read(session, now);
      for (const { step, saves } of offers(session, now)?.leave ?? []) {
        const lengths = leftOut(before.lengths, step);
        const then = read(after(session, { type: "fitted", at: now, lengths }), now);
        assert.equal(Number(before.expectedEnd) - Number(then.expectedEnd), saves);
      }
    }),
  );
});

test("a clock that was wrong changes no length", () => {
  fc.assert(
    fc.property(sessions, fc.integer({ min: -MINUTE * 90, max: MINUTE * 90 }), ({ session, now }, by) => {
      const [was, is] = [read(session, now), read(moved(session, by), now + by)];
      assert.deepEqual([is.spent, is.left, is.paused, is.step], [was.spent, was.left, was.paused, was.step]);
    }),
  );
});

test("an address says what happened, whatever happened", () => {
  fc.assert(
    fc.property(sessions, ({ session }) => {
      const { steps, ...happened } = session;
      assert.deepEqual(readBack(written(session), steps.length), happened);
    }),
  );
});

test("an address that was not written here is never half believed", () => {
  const letters = fc.array(fc.constantFrom(..."dsnpracfxe~.-0z9 %<"), { maxLength: 40 }).map((each) => each.join(""));
  fc.assert(
    fc.property(fc.oneof(letters, fc.string()), (text) => {
      const back = readBack(text, 3);
      if (back)
        assert.ok(read({ steps: [MINUTE, null, MINUTE].map(timed), ...back }, START).spent.every(Number.isFinite));
    }),
    { numRuns: 2000 },
  );
});

const timed = (/** @type {number | null} */ length) => ({ length, least: null, isRequired: false });

/** @type {(steps: import("../../docs/assets/js/lib/run/schedule.js").Planned[], isShort: boolean) => [number, number][]} */
const boundsOf = (steps, isShort) =>
  steps.map(({ from, to, least }) => [Number(isShort ? least : from), to ?? Number.POSITIVE_INFINITY]);

test("a plan that is fitted keeps its bounds, and ends when asked or says why not", () => {
  const bounds = fc
    .tuple(fc.nat(20), fc.nat(20), fc.nat(20), fc.boolean())
    .map(([least, more, most, isOpen]) =>
      isOpen
        ? { from: null, to: null, least: null }
        : { from: (least + more) * MINUTE, to: (least + more + most) * MINUTE, least: least * MINUTE },
    );
  fc.assert(
    fc.property(fc.array(bounds, { minLength: 1, maxLength: 10 }), fc.nat(400), (steps, time) => {
      const asked = START + time * MINUTE;
      const { lengths, starts, over, spare, isShort, end } = schedule(steps, START, asked);
      assert.equal(end - over + spare, asked);
      assert.ok(over === 0 || spare === 0);
      assert.deepEqual([...starts, end], [START, ...lengths.map((_, at) => START + sum(lengths.slice(0, at + 1)))]);
      for (const [index, [fewest, most]] of boundsOf(steps, isShort).entries()) {
        const length = lengths[index] ?? assert.fail();
        assert.ok(length % MINUTE === 0 && length >= fewest && length <= most);
      }
      const shortest = steps.map(({ least }) => least ?? 0);
      assert.deepEqual(over ? lengths : shortest, shortest);
    }),
  );
});

test("over as many rounds as there are people, each has every part once", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 4 }), (people, count) => {
      const parts = Array.from({ length: count }, (_, index) => `part-${index}`);
      const rounds = Array.from({ length: people }, (_, round) => seated(parts, people, round));
      for (const { seats, others } of rounds) {
        const all = [...Object.values(seats), ...others].sort((one, other) => one - other);
        assert.deepEqual(
          all,
          Array.from({ length: people }, (_, index) => index + 1),
        );
      }
      for (const part of parts.slice(0, people))
        assert.equal(new Set(rounds.map(({ seats }) => seats[part])).size, people);
    }),
  );
});
