import { longYear, printYears } from '../report/fiscal-year.ts';
import { decimalsPrinted, printNumber } from '../report/notation.ts';
import type { FigureHit } from '../tools/figure-index.ts';
import type { Limit } from '../tools/limit.ts';
import { ITEMS_UNIT } from '../tools/progress-figures.ts';
import { isAmongNamed, type RankingResult } from '../tools/ranking.ts';
import { areInRow, type Step } from '../tools/steps.ts';
import type { FigureWording } from './figure-wording.ts';
import { japaneseChanges } from './wording-ja-changes.ts';
import { amount, extremeWord, figureName, isRate, unit } from './wording-ja-words.ts';
import { japaneseYears } from './wording-ja-years.ts';

/** 200時間を超える · 50%未満の · 0を下回る: マイナスの. Goes before a noun. */
function limitWords({ side, value, inclusive, until }: Limit, name: string | null): string {
  const print = (end: number): string => printNumber(end, { unit: unit(name) });
  if (until)
    return `${print(value)}${inclusive ? '以上' : 'を超え'}${print(until.value)}${until.inclusive ? '以下' : '未満'}である`;
  // There are no fewer items than none.
  if (value === 0 && side === 'below' && inclusive && name === ITEMS_UNIT) return `${print(value)}である`;
  if (value === 0 && !inclusive) return side === 'below' ? 'マイナスである' : 'プラスである';
  return `${print(value)}${side === 'above' ? (inclusive ? '以上である' : 'を超える') : inclusive ? '以下である' : 'を下回る'}`;
}

function signLimit(sign: RankingResult['args']['sign']): Limit | null {
  return sign ? { side: sign === 'negative' ? 'below' : 'above', value: 0, inclusive: false } : null;
}

const PLUS = 'プラス（黒字）';
const MINUS = 'マイナス（赤字）';

/** 1億 and 1万. */
const OKU = 1e8;
const MAN = 1e4;

function inYen(yen: number): string {
  const size = Math.round(Math.abs(yen));
  const parts = [
    [Math.floor(size / OKU), '億'],
    [Math.floor((size % OKU) / MAN), '万'],
    [size % MAN, ''],
  ] as const;
  const said = parts.flatMap(([n, scale]) => (n > 0 ? [`${printNumber(n)}${scale}`] : [])).join('');
  const print = `${said || '0'}円`;
  return yen < 0 ? `△${print}（マイナス${print}）` : print;
}

/** Sentences on figures, rankings and calculations. */
export const japaneseFigures: FigureWording = {
  ...japaneseChanges,
  ...japaneseYears,
  amount,
  number(value, name, decimals) {
    const size = printNumber(Math.abs(value), { decimals, unit: unit(name) });
    return value < 0 ? `△${size}（マイナス${size}）` : size;
  },
  figure: (f, names) => `${longYear(f.year)}の${figureName(f, names)}は${amount(f)}です。`,
  contradiction: (f) =>
    `報告書の記載は${f.print}ですが、同じ表の収入と支出の差を計算すると${(f.contradicts ?? 0) < 0 ? 'マイナス' : ''}${printNumber(Math.abs(f.contradicts ?? 0), { decimals: decimalsPrinted(f.print), unit: unit(f.unit) })}となり、一致しません。`,
  sign(is, denies) {
    const [said, other] = is === 'positive' ? [PLUS, MINUS] : [MINUS, PLUS];
    return denies ? `${other}ではなく、${said}です。` : `${said}です。`;
  },
  writtenOut(amounts) {
    const said = amounts.map(({ yen, year }) => `${year ? `${longYear(year)} ` : ''}${inYen(yen)}`);
    return `円で書くと${said.length > 1 ? '、' : ''}${said.join('、')}です。`;
  },
  older: (print, report) => `${report}では${print}と記載されていました。`,
  againstAverage(f, average) {
    const difference = (f.value ?? 0) - (average.value ?? 0);
    const word = difference > 0 ? 'を上回っています' : difference < 0 ? 'を下回っています' : 'と同じです';
    return `${average.subject}${amount(average)}${word}。`;
  },
  assumedYear: (year) => `（年度の指定がないため、最新の${longYear(year)}でお答えしました。）`,
  assumedSubject: (subject, others) =>
    `（会計の指定がないため、${subject}でお答えしました。ほかに${others.join('、')}があります。）`,
  tableNote: (note) => `（報告書の注「${note}」）`,
  noUnit: () => '（表に単位の記載がないため、単位は分かりません。）',
  topOnly: (_table, top) => `報告書に載っているのは各年度の上位${top}職場だけです。`,
  seriesLead(figures, names) {
    const [first] = figures;
    return first
      ? `${figureName(first, names)}の推移は、${figures.map((f) => `${longYear(f.year)} ${amount(f)}`).join('、')}です。`
      : '';
  },
  seriesWithin({ limit, figures }, any, names) {
    const when = figures.map((f) => `${longYear(f.year)}（${amount(f)}）`);
    const name = figureName(any, names);
    return figures.length > 0
      ? `${name}が${limitWords(limit, any.unit)}のは${when.join('、')}です。`
      : `${name}が${limitWords(limit, any.unit)}年度はありません。`;
  },
  seriesMoves({ moves, steps }, any, names) {
    const name = figureName(any, names);
    const up = moves === 'rises' || moves === 'largest-rise';
    const most = moves === 'rises' || moves === 'falls' ? '' : '最も';
    const size = ({ difference, decimals }: Step): string =>
      printNumber(Math.abs(difference), { decimals, unit: isRate(any) ? 'ポイント' : unit(any.unit) });
    const when = steps.map(
      (step) => `${longYear(step.to.year)}（${size(step)}${up ? '増' : '減'}、${step.from.print}→${step.to.print}）`,
    );
    return when.length > 0
      ? `${name}が前年度より${most}${up ? '増えた' : '減った'}のは${when.join('、')}です${areInRow(steps) ? `（${steps.length}年連続）` : ''}。`
      : `${name}が前年度より${up ? '増えた' : '減った'}年度はありません。`;
  },
  seriesTrend(first, last, { difference, decimals, highest, lowest }) {
    const size = printNumber(Math.abs(difference), { decimals, unit: isRate(first) ? 'ポイント' : unit(first.unit) });
    const move = difference > 0 ? `${size}増加しました` : difference < 0 ? `${size}減少しました` : '増減はありません';
    return `${longYear(first.year)}から${longYear(last.year)}までで${move}。最大は${longYear(highest.year)}、最小は${longYear(lowest.year)}です。`;
  },
  rankingLead(result, names) {
    const [top] = result.rows;
    const { args, average } = result;
    if (!top) return '';
    const more = extremeWord(args.order, top.figure);
    const measure = names.measure(result.measure);
    const when = `${longYear(result.year)}`;
    if (args.average && average) {
      return `${when}の${measure}が${average.subject}${amount(average)}を${args.average === 'above' ? '上回る' : '下回る'}のは${result.matching}件です（${result.of}件中）。`;
    }
    if (args.limit)
      return `${when}の${measure}が${limitWords(args.limit, result.unit)}のは${result.matching}件です（${result.of}件中）。`;
    if (args.sign)
      return `${when}の${measure}が${args.sign === 'negative' ? 'マイナス' : 'プラス'}なのは${result.matching}件です（${result.of}件中）。`;
    const header = (f: FigureHit): string => (names.measure(f.measure) === measure ? '' : names.measure(f.measure));
    const rows = result.rows.map(({ figure: f }) => `${names.subject(f.subject)}（${header(f)}${amount(f)}）`);
    if (args.position && args.position > 1)
      return `${when}の${measure}が${args.position}番目に${more}のは${rows.join('、')}です。`;
    const first = rows.filter((_, i) => result.rows[i]?.rank === 1);
    if (isAmongNamed(result))
      return `${args.subjects?.map(names.subject).join('、')}のうち、${when}の${measure}が最も${more}のは${first.join('、')}です。`;
    if (first.length === rows.length) return `${when}の${measure}が最も${more}のは${rows.join('、')}です。`;
    return `${when}の${measure}が${more}順に、次のとおりです。`;
  },
  rankingWithout: (subjects) => `（${subjects.join('、')}を除いています。）`,
  rankingNone({ args, year, measure, unit: name, of }, names) {
    const lead = `${longYear(year)}の${names.measure(measure)}`;
    const limit = args.limit ?? signLimit(args.sign);
    return limit
      ? `${lead}が${limitWords(limit, name)}ものはありません（${of}件中）。`
      : `${lead}で、条件に合うものはありません。`;
  },
  ranked({ rank, figure }, { measure }, names) {
    const own = names.measure(figure.measure);
    const header = own === names.measure(measure) ? '' : `（${own}）`;
    return `${rank}位 ${names.subject(figure.subject)}${header} ${amount(figure)}`;
  },
  rankingScope({ compared, measure }, names) {
    const headers = Map.groupBy(compared, (c) => names.measure(c.measure));
    const told = [...headers].map(([header, own]) => {
      const by = headers.size > 1 || header !== names.measure(measure) ? `は${header}` : '';
      return `${own.map((c) => `「${c.table.title}」`).join('')}${by}`;
    });
    return `（${told.join('、')}${headers.size > 1 ? '' : 'の会計'}で比べています。）`;
  },
  rankOf(result, names) {
    const [row] = result.rows;
    if (!row) return '';
    const order = extremeWord(result.args.order, row.figure);
    return `${longYear(result.year)}の${names.subject(row.figure.subject)}の${names.measure(result.measure)}は${amount(row.figure)}で、${order}方から${row.rank}位です（${result.of}件中）。`;
  },
  equalToAverage: (figures, names) => `${figures.map((f) => names.subject(f.subject)).join('、')}は平均と同じ値です。`,
  textComparison({ operation, comparison: { now, before }, value, decimals, formula }) {
    const size = printNumber(Math.abs(value), { decimals });
    const path = `${before.print}${before.unit}から${now.print}${now.unit}へ`;
    const full = `（${formula} = ${printNumber(value, { decimals, minus: '−' })}）`;
    if (operation === 'ratio') return `${path}、${size}倍です${full}。`;
    const moved = value > 0 ? '増加' : value < 0 ? '減少' : '増減なし';
    return `${path}、${value === 0 ? '' : `${size}${operation === 'growth' ? '%' : now.unit === '%' ? 'ポイント' : now.unit}`}${moved}です${full}。`;
  },
  calculation(result, names) {
    const [first] = result.inputs;
    const last = result.inputs.at(-1);
    if (!first || !last) return '';
    const list = result.inputs.map((f) => `${longYear(f.year)} ${amount(f)}`);
    const size = japaneseFigures.number(Math.abs(result.value), result.unit, result.decimals);
    const signed = japaneseFigures.number(result.value, result.unit, result.decimals);
    const same = result.inputs.every((f) => f.subject === first.subject && f.measure === first.measure);
    const sameMeasure = result.inputs.every((f) => f.measure === first.measure);
    const years = result.inputs.map((f) => f.year);
    const period = printYears(years, longYear, '〜', '、');
    const each = result.inputs.map((f) => `${longYear(f.year)}の${figureName(f, names)}${amount(f)}`);
    const formula = `（${result.formula}）`;
    switch (result.operation) {
      case 'difference': {
        const points = isRate(first)
          ? printNumber(Math.abs(result.value), { decimals: result.decimals, unit: 'ポイント' })
          : size;
        const move =
          result.value > 0 ? `${points}増加しました` : result.value < 0 ? `${points}減少しました` : '増減はありません';
        if (same)
          return `${figureName(first, names)}は、${longYear(first.year)}の${amount(first)}から${longYear(last.year)}の${amount(last)}へ、${move}${formula}。`;
        return `${each.toReversed().join('、')}で、差は${result.value < 0 ? `△${points}（マイナス${points}）` : points}です${formula}。`;
      }
      case 'growth': {
        const move = result.value >= 0 ? `${size}増加` : `${size}減少`;
        if (same)
          return `${figureName(first, names)}は、${longYear(first.year)}の${amount(first)}から${longYear(last.year)}の${amount(last)}へ、${move}しました${formula}。`;
        return `${each.join('、')}で、${move}です${formula}。`;
      }
      case 'sum':
        return same
          ? `${figureName(first, names)}の${period}の合計は${signed}です${formula}。`
          : `${each.join('、')}で、合計は${signed}です${formula}。`;
      case 'average':
        return same
          ? `${figureName(first, names)}の${period}の平均は${signed}です${formula}。`
          : `${each.join('、')}で、平均は${signed}です${formula}。`;
      case 'ratio':
        return `${each.join('、')}で、${printNumber(result.value, { decimals: 2 })}倍です${formula}。`;
      case 'share':
        return `${each.join('、')}で、割合は${size}です${formula}。`;
      case 'highest':
      case 'lowest': {
        const word = extremeWord(result.operation, first);
        const when = result.chosen
          .map((f) => `${longYear(f.year)}${same ? '' : `の${names.subject(f.subject)}`}（${amount(f)}）`)
          .join('、');
        if (same)
          return `${figureName(first, names)}が最も${word}のは${when}です。${list.length > 1 ? `（${list.join('、')}）` : ''}`;
        // Two different figures, of which one is the larger.
        const chosen = result.chosen.map((f) => `${longYear(f.year)}の${figureName(f, names)}（${amount(f)}）`);
        return sameMeasure
          ? `${names.measure(first.measure)}が最も${word}のは${when}です。`
          : `${word}のは${chosen.join('、')}です。`;
      }
    }
  },
};
