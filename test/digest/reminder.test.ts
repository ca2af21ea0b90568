import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeReminders } from '../../src/digest/compose-reminder.ts';
import { buildReminder, remindersFor } from '../../src/digest/reminder.ts';
import { invented, namesOf } from '../answer/support.ts';
import { generateReport } from '../generator/generate.ts';
import { REAL_TEXT, read } from '../report/variant.ts';
import { scopeOf } from '../support/scope.ts';
import { aNote, assistant, assistantOver, NOW, scope } from './support.ts';

const numbers = (section: string | null, notes: Parameters<typeof buildReminder>[2] = []) =>
  buildReminder(scope, section, notes, NOW)?.items.map((open) => open.item.number) ?? null;

describe('a reminder', () => {
  it('has the items of its section that are △, × or due by the year after the report', () => {
    expect(numbers('総務課')).toEqual([4, 16, 17, 18, 20]);
    expect(numbers('公共施設マネジメント推進室')).toEqual([26, 27, 29]);
  });

  it('is nothing where nothing is due: what begins later is not', () => {
    expect(numbers('市民課')).toBeNull();
    expect(numbers('会計課')).toBeNull();
  });

  it('leaves out what was noted as done since, and only that', () => {
    expect(numbers('収納課', [aNote(23, { status: 'partial' })])).toEqual([23]);
    expect(numbers('収納課', [aNote(23, { status: 'done' })])).toBeNull();
    const later = aNote(23, { id: 'later', status: 'partial', changedAt: new Date('2021-06-01T00:00:00Z') });
    expect(numbers('収納課', [aNote(23, { status: 'done' }), later])).toEqual([23]);
  });

  it.each(['ja', 'en'] as const)(
    'says what was last noted apart from the report, and on what it rests (%s)',
    (language) => {
      const reminder = buildReminder(scope, '公共施設マネジメント推進室', [aNote(27, { status: 'partial' })], NOW);
      expect(composeReminders(reminder ? [reminder] : [], language, assistant.names(language))?.text).toMatchSnapshot();
    },
  );
});

describe('several reminders in one message', () => {
  it.each(['ja', 'en'] as const)('stand each under its section (%s)', (language) => {
    expect(composeReminders(remindersFor(scope, [], NOW), language, assistant.names(language))?.text).toMatchSnapshot();
  });

  it('are of the sections or pillars asked for', () => {
    const of = (pillars: string[], sections: string[]) =>
      remindersFor(scope, [], NOW, { pillars, sections }).map((r) => [r.section, ...r.items.map((o) => o.item.number)]);
    expect(of([], ['財政課', '市民課'])).toEqual([['財政課', 26, 29]]);
    expect(of(['組織マネジメント'], [])).toEqual([
      ['文化企画課', 11, 12],
      [null, 14],
    ]);
  });

  it('are nothing where nothing is due', () => {
    expect(
      composeReminders(
        remindersFor(scope, [], NOW, { pillars: [], sections: ['市民課'] }),
        'ja',
        assistant.names('ja'),
      ),
    ).toBeNull();
  });
});

/** The last cell of the row of item 23. */
const OWNER_OF_23 = /^(23\t.*\t)収納課(?=\s*$)/mu;

function sectionsOf(text: string): (string | null)[] {
  return remindersFor(scopeOf(text), [], NOW).map((reminder) => reminder.section);
}

describe('the reminders of a report', () => {
  it('are one a section, and one for items without an owner or with one that is no single section', () => {
    const split = remindersFor(scope, [], NOW).map((r) => [r.section, ...r.items.map((open) => open.item.number)]);
    expect(split).toEqual([
      ['くらしいきいき課', 4],
      ['総務課', 4, 16, 17, 18, 20],
      ['総合政策課', 4],
      ['文化企画課', 11, 12],
      ['収納課', 23],
      ['財政課', 26, 29],
      ['公共施設マネジメント推進室', 26, 27, 29],
      [null, 14, 27],
    ]);
  });

  it.each(['各学校', '関係課', '関係各課', '全部署', '庁内各課', '所管課'])('hand on items of %s', (owner) => {
    expect(sectionsOf(REAL_TEXT.replace(OWNER_OF_23, `$1${owner}`))).not.toContain(owner);
  });

  it('go to a section of such a name where a table lists it as a workplace', () => {
    const renamed = REAL_TEXT.replace(OWNER_OF_23, '$1各種相談室');
    expect(sectionsOf(renamed)).not.toContain('各種相談室');
    expect(sectionsOf(renamed.replaceAll('人権啓発推進室', '各種相談室'))).toContain('各種相談室');
  });

  it('hold every due item of any report at least once, within the limits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 4000 }),
        fc.constantFrom('ja' as const, 'en' as const),
        (seed, language) => {
          const over = assistantOver([read(generateReport(seed).text, `seed-${seed}`)]);
          const own = over.scope();
          const { issued } = own.report;
          const now = issued ? new Date(Date.UTC(issued.year, issued.month, 1)) : NOW;
          const all = remindersFor(own, [], now);
          const reminded = new Set(all.flatMap((r) => r.items.map((open) => open.item)));
          const missing = own.report.items.filter((item) => {
            const status = item.statuses.at(-1)?.status;
            return (status === 'partial' || status === 'not') && !reminded.has(item);
          });
          expect(missing).toEqual([]);
          for (const some of [...all.map((reminder) => [reminder]), all]) {
            const answer = composeReminders(some, language, over.names(language));
            if (!answer) expect(all).toEqual([]);
            else {
              expect(invented(answer, '', namesOf(own.report))).toEqual([]);
              expect(answer.text.length).toBeLessThanOrEqual(1500);
            }
          }
        },
      ),
      { numRuns: 15, seed: 3 },
    );
  });
});
