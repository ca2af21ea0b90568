import { localise, type Settings } from '../settings.ts';
import type { MoneyTable, MoneyWord } from '../style.ts';
import { breakLine } from '../text.ts';
import type { TruthFigure } from '../truth.ts';
import { type AccountSource, ENTERPRISE_ACCOUNTS, SPECIAL_ACCOUNTS } from '../vocabulary/accounts.ts';
import { printYear } from '../years.ts';
import { enterpriseRows, ordinaryRows, specialRows } from './money-model.ts';
import {
  type MoneyAccount,
  type MoneyColumn,
  type MoneyTableForm,
  measureName,
  writeMoneyTable,
} from './money-table.ts';

/** An account as questions name it. */
export interface NamedAccount {
  table: MoneyTable;
  subject: string;
  /** The whole account's name, which two sub-accounts share. */
  whole: string;
  part: string | null;
  spoken: readonly string[];
  english: string | null;
}

/** A money chapter: its lines, and what they say. */
export interface MoneyChapter {
  lines: string[];
  figures: TruthFigure[];
  accounts: NamedAccount[];
  columns: { key: MoneyColumn['key']; measure: string }[];
  notes: string[];
}

/** Orders the columns as printed; sub-columns stay together. */
function arrange(settings: Settings, table: MoneyTable, groups: MoneyColumn[][]): MoneyColumn[] {
  const { choice, random } = settings;
  if (!choice.maybe(`column order of ${table}`, 0.22)) return groups.flat();
  return random.fork(`columns ${table}`).sample(groups, groups.length).flat();
}

function header(settings: Settings, key: MoneyWord): string {
  const word = localise(settings.style.money[key], settings.city);
  const random = settings.random.fork(`header ${key}`);
  return settings.choice.trait('blanks inside headers', 0.5) && random.chance(0.5) ? breakLine(word, random) : word;
}

function transferColumns(settings: Settings, table: MoneyTable): MoneyColumn[] {
  const parent = header(settings, 'transfers');
  const usual = table === 'special' ? 'both labelled' : 'first unlabelled';
  const other = table === 'special' ? 'first unlabelled' : 'both labelled';
  const shape = settings.choice.among(`transfers of ${table}`, [usual, other, 'one row', 'undivided'], 0.3);
  if (shape === 'undivided') return [{ key: 'transferFirst', parent, sub: null }];
  if (shape === 'one row') {
    return [
      { key: 'transferFirst', parent: `${parent}（基準内）`, sub: null },
      { key: 'transferSecond', parent: `${parent}（基準外）`, sub: null },
    ];
  }
  const marked = settings.seed >= 20 && settings.random.fork(`part of ${table}`).chance(0.2);
  if (marked) settings.choice.note('a column that is marked as a part (うち)');
  return [
    { key: 'transferFirst', parent, sub: shape === 'both labelled' ? '基準内' : '' },
    { key: 'transferSecond', parent, sub: marked ? 'うち基準外' : '基準外' },
  ];
}

/** An account cell: narrow cells break the line, and the bracket of a sub-account may be half width. */
function accountCell(settings: Settings, whole: string, part: string | null, star: boolean): string {
  const random = settings.random.fork(`cell ${whole}${part ?? ''}`);
  const name = settings.choice.trait('accounts on one line', 0.3) ? whole : breakLine(whole, random);
  const wide = settings.choice.trait('full-width brackets of sub-accounts', 0.4);
  const inner = part === null ? '' : wide ? `（${part}）` : ` (${part})`;
  return `${name}${inner}${star ? ' ※' : ''}`;
}

function tableForm(settings: Settings, table: MoneyTable) {
  const { style, choice } = settings;
  const unit = settings.units[table];
  const blank = table === 'special' && choice.maybe('blank cells for missing values', 0.08);
  return {
    table,
    repeatAccount: table !== 'ordinary' && choice.maybe(`account in every row of ${table}`, 0.12),
    unit,
    decimals: unit === '億円' ? 1 : 0,
    numbers: blank ? { ...style.numbers[table], missing: '' } : style.numbers[table],
    years: style.years[table],
  } satisfies Partial<MoneyTableForm>;
}

function write(form: MoneyTableForm, accounts: NamedAccount[], notes: string[]): MoneyChapter {
  const columns = form.columns.map((column) => ({ key: column.key, measure: measureName(column) }));
  return { ...writeMoneyTable(form), accounts, columns, notes };
}

/** The ordinary account. */
export function ordinaryChapter(settings: Settings): MoneyChapter {
  const { style, city, choice, random } = settings;
  const one = (key: 'revenue' | 'expenditure' | 'balance' | 'realBalance' | 'singleYear' | 'bonds' | 'fund') => [
    { key, parent: header(settings, key), sub: null },
  ];
  const groups = [one('revenue'), one('expenditure'), one('balance'), one('realBalance')];
  if (!choice.maybe('ordinary account without 実質単年度収支', 0.15)) groups.push(one('singleYear'));
  groups.push(one('bonds'));
  if (choice.maybe('ordinary account with a fund column', 0.25)) groups.push(one('fund'));
  const subject = style.chapter.ordinary;
  const rows = ordinaryRows(random.fork('ordinary'), city.scale, settings.tableYears.ordinary, settings.units.ordinary);
  const form: MoneyTableForm = {
    ...tableForm(settings, 'ordinary'),
    columns: arrange(settings, 'ordinary', groups),
    accounts: [{ subject, print: subject, rows }],
    accountHeader: null,
    yearHeader: style.header.year,
  };
  const english = subject === '一般会計' ? 'general' : 'ordinary';
  return write(form, [{ table: 'ordinary', subject, whole: subject, part: null, spoken: [], english }], []);
}

/** The special accounts; an account may stand in two parts. */
export function specialChapter(settings: Settings): MoneyChapter {
  const { style, city, choice, sizes } = settings;
  const random = settings.random.fork('special');
  // The three that every municipality keeps come first, the others as they fall.
  const sources = [...SPECIAL_ACCOUNTS.slice(0, 3), ...random.sample(SPECIAL_ACCOUNTS.slice(3), 9)].slice(
    0,
    sizes.specialAccounts,
  );
  const accounts: MoneyAccount[] = [];
  const named: NamedAccount[] = [];
  const add = (source: AccountSource, part: string | null, share: number): void => {
    const whole = `${source.base}特別会計`;
    const subject = part === null ? whole : `${whole}（${part}）`;
    const traits = {
      firstMissing: share < 0.1 || random.chance(0.08),
      signLost: choice.maybe('a deficit without its sign', 0.06),
    };
    const size = source.size * city.scale * share * random.between(0.8, 1.2);
    const rows = specialRows(random, size, settings.tableYears.special, settings.units.special, traits);
    accounts.push({ subject, print: accountCell(settings, whole, part, false), rows });
    named.push({ table: 'special', subject, whole, part, spoken: source.spoken, english: source.english });
  };
  const divided = random.pick(sources.filter((source) => source.parts.length > 0));
  const divide = !choice.maybe('no sub-accounts', 0.4);
  for (const source of sources) {
    if (divide && source === divided) {
      const [main, side] = random.pick(source.parts);
      const parts: [string, number][] = [
        [main, 1],
        [side, 0.02],
      ];
      for (const [part, share] of random.sample(parts, 2)) add(source, part, share);
    } else add(source, null, 1);
  }
  const one = (key: 'revenue' | 'expenditure' | 'balance' | 'realBalance') => [
    { key, parent: header(settings, key), sub: null },
  ];
  const groups = [
    one('revenue'),
    one('expenditure'),
    one('balance'),
    one('realBalance'),
    transferColumns(settings, 'special'),
  ];
  const form: MoneyTableForm = {
    ...tableForm(settings, 'special'),
    columns: arrange(settings, 'special', groups),
    accounts,
    accountHeader: style.header.account,
    yearHeader: style.header.year === '区分' && style.header.account === '会計区分' ? '年度' : style.header.year,
  };
  return write(form, named, []);
}

/** The enterprise accounts. */
export function enterpriseChapter(settings: Settings): MoneyChapter {
  const { style, city, choice, sizes } = settings;
  const random = settings.random.fork('enterprise');
  const years = settings.tableYears.enterprise;
  const sources = random.sample(ENTERPRISE_ACCOUNTS, sizes.enterpriseAccounts);
  const starred = choice.maybe('an account with ※', 0.4) ? random.pick(sources) : null;
  const accounts: MoneyAccount[] = [];
  const named: NamedAccount[] = [];
  for (const source of sources) {
    const subject = `${source.base}会計`;
    const ratioFrom = choice.maybe('a shortfall ratio with values', 0.06) ? random.pick(years) : null;
    const size = source.size * city.scale * random.between(0.8, 1.2);
    const rows = enterpriseRows(random, size, years, settings.units.enterprise, ratioFrom);
    accounts.push({ subject, print: accountCell(settings, subject, null, source === starred), rows });
    named.push({
      table: 'enterprise',
      subject,
      whole: subject,
      part: null,
      spoken: source.spoken,
      english: source.english,
    });
  }
  const one = (key: 'income' | 'cost' | 'profit' | 'enterpriseBonds' | 'shortfall') => [
    { key, parent: header(settings, key), sub: null },
  ];
  const groups = [
    one('income'),
    one('cost'),
    one('profit'),
    transferColumns(settings, 'enterprise'),
    one('enterpriseBonds'),
  ];
  if (!choice.maybe('enterprises without 資金不足比率', 0.25)) groups.push(one('shortfall'));
  const form: MoneyTableForm = {
    ...tableForm(settings, 'enterprise'),
    columns: arrange(settings, 'enterprise', groups),
    accounts,
    accountHeader: style.header.enterprise,
    yearHeader: style.header.year === '区分' && style.header.enterprise === '会計区分' ? '年度' : style.header.year,
  };
  const first = years[0] ?? settings.year;
  return write(form, named, starred ? [`※${printYear(first, style.years.enterprise)}までは特別会計`] : []);
}
