import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextSlot, type Rhythm, slotsBetween } from '../../src/jobs/calendar.ts';
import { isWorkingDay } from '../../src/jobs/working-days.ts';
import { addDays, weekdayOf, zonedClock } from '../../src/jobs/zoned-time.ts';

const TOKYO = zonedClock('Asia/Tokyo');
const MONDAYS: Rhythm = { weekdays: [1], time: '09:00' };
const tokyo = (day: string): Date => new Date(`${day}T00:00:00+09:00`);
const days = (rhythm: Rhythm, from: string, to: string): string[] =>
  slotsBetween(rhythm, TOKYO, tokyo(from), tokyo(to)).map((slot) => slot.day);

describe('slots of a week', () => {
  it('are at the time of the zone', () => {
    expect(slotsBetween(MONDAYS, TOKYO, tokyo('2026-06-01'), tokyo('2026-06-10'))).toEqual([
      { day: '2026-06-01', at: new Date('2026-06-01T00:00:00Z') },
      { day: '2026-06-08', at: new Date('2026-06-08T00:00:00Z') },
    ]);
  });

  it('move from a public holiday to the next working day', () => {
    expect(days(MONDAYS, '2026-01-06', '2026-01-20')).toEqual(['2026-01-13', '2026-01-19']);
    expect(days(MONDAYS, '2026-05-01', '2026-05-12')).toEqual(['2026-05-07', '2026-05-11']);
    expect(days({ ...MONDAYS, weekdays: [5] }, '2026-03-20', '2026-03-28')).toEqual(['2026-03-23', '2026-03-27']);
  });

  it('move over the turn of the year, and are one where they meet', () => {
    expect(days(MONDAYS, '2025-12-22', '2026-01-13')).toEqual(['2025-12-22', '2026-01-05']);
    expect(days({ ...MONDAYS, weekdays: [4] }, '2026-12-24', '2027-01-15')).toEqual([
      '2026-12-24',
      '2027-01-04',
      '2027-01-07',
      '2027-01-14',
    ]);
    expect(days({ ...MONDAYS, weekdays: [1, 2, 3, 4, 5] }, '2026-05-02', '2026-05-09')).toEqual([
      '2026-05-07',
      '2026-05-08',
    ]);
  });

  it('stay on a weekend that was chosen', () => {
    expect(days({ ...MONDAYS, weekdays: [6] }, '2026-06-01', '2026-06-15')).toEqual(['2026-06-06', '2026-06-13']);
  });

  it('end with the last moment asked for, and begin after the first', () => {
    const at = new Date('2026-06-08T00:00:00Z');
    expect(slotsBetween(MONDAYS, TOKYO, tokyo('2026-06-02'), at).map((s) => s.at)).toEqual([at]);
    expect(slotsBetween(MONDAYS, TOKYO, at, tokyo('2026-06-09'))).toEqual([]);
  });
});

describe('clocks that change', () => {
  const at = (zone: string, time: string, day: string) =>
    slotsBetween(
      { weekdays: [7], time },
      zonedClock(zone),
      new Date(`${day}T00:00:00Z`),
      new Date(`${addDays(day, 1)}T12:00:00Z`),
    )[0]?.at.toISOString();

  it('do not move a slot by an hour', () => {
    expect(at('Europe/Berlin', '09:00', '2026-03-22')).toBe('2026-03-22T08:00:00.000Z');
    expect(at('Europe/Berlin', '09:00', '2026-03-29')).toBe('2026-03-29T07:00:00.000Z');
  });

  it('skip a time: the slot is as much later', () => {
    expect(at('Europe/Berlin', '02:30', '2026-03-29')).toBe('2026-03-29T01:30:00.000Z');
    expect(at('America/New_York', '02:30', '2026-03-08')).toBe('2026-03-08T07:30:00.000Z');
  });

  it('show a time twice: the first is meant', () => {
    expect(at('Europe/Berlin', '02:30', '2026-10-25')).toBe('2026-10-25T00:30:00.000Z');
    expect(at('Australia/Lord_Howe', '01:45', '2026-04-04')).toBe('2026-04-04T14:45:00.000Z');
  });
});

describe('for any rhythm', () => {
  const rhythm: fc.Arbitrary<Rhythm> = fc.record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 1 }),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  });
  const zone = fc.constantFrom(
    'Asia/Tokyo',
    'Europe/Berlin',
    'America/New_York',
    'Pacific/Chatham',
    'America/Santiago',
  );
  const clocks = zone.map(zonedClock);
  const moment = fc.date({ min: new Date('2019-01-01'), max: new Date('2031-01-01'), noInvalidDate: true });

  it('slots are on working days, at the time of the zone, each once, and a piece at a time gives the same', () => {
    fc.assert(
      fc.property(
        rhythm,
        clocks,
        moment,
        fc.array(fc.integer({ min: 1, max: 4_000_000_000 }), { maxLength: 8 }),
        (own, clock, from, steps) => {
          const cuts = [from];
          for (const step of steps) cuts.push(new Date((cuts.at(-1) ?? from).getTime() + step));
          const to = cuts.at(-1) ?? from;
          const slots = slotsBetween(own, clock, from, to);
          const pieces = cuts.flatMap((cut, i) => slotsBetween(own, clock, cuts[i - 1] ?? cut, cut));
          expect(pieces).toEqual(slots);
          expect(new Set(slots.map((s) => s.day)).size).toBe(slots.length);
          for (const { day, at } of slots) {
            expect(isWorkingDay(day)).toBe(true);
            expect(clock.dayOf(at)).toBe(day);
            expect(at > from && at <= to).toBe(true);
          }
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it('every week that has a working day of the rhythm has its slot on that day', () => {
    fc.assert(
      fc.property(rhythm, clocks, moment, (own, clock, from) => {
        const to = new Date(from.getTime() + 60 * 86_400_000);
        const found = new Set(slotsBetween(own, clock, from, to).map((s) => s.day));
        for (let day = addDays(clock.dayOf(from), 1); day < clock.dayOf(to); day = addDays(day, 1)) {
          if (own.weekdays.includes(weekdayOf(day)) && isWorkingDay(day)) expect(found).toContain(day);
        }
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('there is always a next slot', () => {
    fc.assert(
      fc.property(rhythm, clocks, moment, (own, clock, from) => {
        const next = nextSlot(own, clock, from);
        expect(next && next.at > from).toBe(true);
        expect(next && slotsBetween(own, clock, from, next.at)).toEqual([next]);
        const second = nextSlot(own, clock, from, (day) => day !== next?.day);
        expect(second && slotsBetween(own, clock, from, second.at)).toEqual([next, second]);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});
