import { backgroundChapter } from './background.ts';
import { type Chapter, drawContents } from './contents.ts';
import { createPaper, drawCaptions, writeFront, writeMoney, writeStaff } from './document.ts';
import { finish, paragraphLines } from './finish.ts';
import type { Manuscript } from './manuscript.ts';
import { buildPlan } from './plan/build.ts';
import { extraChapter } from './plan/extra-chapter.ts';
import { itemChapter } from './plan/item-chapter.ts';
import { pillarNumbers, resultsChapter } from './plan/results-chapter.ts';
import { buildQuestions } from './questions/questions.ts';
import { drawSettings } from './settings.ts';
import { enterpriseChapter, ordinaryChapter, specialChapter } from './tables/money-chapters.ts';
import { drawSections, leaveRanking, overtimeRanking } from './tables/rankings.ts';
import type { EvalQuestion, ExampleAnswer, Truth } from './truth.ts';

export interface GeneratedReport {
  seed: number;
  city: string;
  text: string;
  truth: Truth;
  questions: EvalQuestion[];
  /** What is special about this seed, for the message of a failing test. */
  variations: string[];
}

function write(seed: number): Manuscript {
  const settings = drawSettings(seed);
  const { city, year, issued } = settings;
  const staff = drawSections(settings);
  const plan = buildPlan(settings, staff.names);
  const contents = drawContents(settings, plan.extras.length);
  const money = {
    ordinary: ordinaryChapter(settings),
    special: specialChapter(settings),
    enterprise: enterpriseChapter(settings),
  };
  const overtime = overtimeRanking(settings, staff);
  const leave = leaveRanking(settings, staff);
  const captions = drawCaptions(settings);
  const results = resultsChapter(settings, plan, pillarNumbers(settings));
  const background = backgroundChapter(settings, plan);
  const pillarHeadings = plan.pillars.map((pillar, index) => contents.pillarHeading(index, pillar.name));
  // Headings of item blocks stand without the blank after their number, as in the real report.
  const items = itemChapter(settings, plan, contents.heading('items').replace(/^(\S+?[.．]) /, '$1'), pillarHeadings);
  const extras = extraChapter(settings, plan);

  const notes: string[] = [];
  const paper = createPaper(settings);
  writeFront(settings, paper, contents, plan);
  const writers: Record<Chapter, () => void> = {
    figures: () => {
      paper.add(contents.heading('figures'));
      paper.gap();
      for (const part of contents.parts) {
        const heading = contents.partHeading(part);
        if (part === 'staff') notes.push(...writeStaff(settings, paper, heading, overtime, leave, captions.staff));
        else {
          const shown = part === 'ordinary' ? captions.money.map(({ text }) => text) : [];
          writeMoney(settings, paper, heading, money[part], shown);
          notes.push(...money[part].notes);
        }
      }
    },
    background: () => {
      paper.add(
        contents.heading('background'),
        '',
        ...paragraphLines(settings, background.paragraphs),
        ...background.lines,
      );
    },
    results: () => {
      paper.add(contents.heading('results'), '', ...paragraphLines(settings, results.paragraphs));
      paper.add(...results.table, '', results.legendLine, ...results.notes, '');
      notes.push(...results.notes);
    },
    items: () => {
      paper.add(...items.lines);
    },
    extras: () => {
      paper.add(contents.heading('extras').replace(/^(\S+?[.．]) /, '$1'), '', ...extras.lines, '');
    },
  };
  for (const chapter of contents.chapters) writers[chapter]();
  const all = [...money.ordinary.accounts, ...money.special.accounts, ...money.enterprise.accounts];
  if (new Set(all.map(({ subject }) => subject)).size !== all.length) throw new Error('two accounts of one name');
  return {
    settings,
    contents,
    plan,
    money,
    overtime,
    leave,
    sections: staff.names,
    captions: captions.money,
    text: finish(settings, paper.lines),
    truth: {
      title: `${city.name}${settings.plan}実施状況報告書`,
      city: city.name,
      plan: settings.plan,
      outline: settings.outline,
      year,
      issued,
      figures: [
        ...money.ordinary.figures,
        ...money.special.figures,
        ...money.enterprise.figures,
        ...overtime.figures,
        ...leave.figures,
      ],
      items: [...items.items, ...extras.items],
      counts: results.counts,
      captionsWithoutValues: [...captions.money.map(({ text }) => text), ...captions.staff],
      paragraphs: [...background.paragraphs, ...results.paragraphs],
      notes,
      legend: items.legend,
      countLegend: results.legend,
    },
  };
}

/** Writes the report of a seed, its truth, and questions with answers that the judge of the questions accepts. */
export function generateWithExamples(seed: number): { report: GeneratedReport; examples: ExampleAnswer[] } {
  const manuscript = write(seed);
  const { questions, examples } = buildQuestions(manuscript);
  const { settings, text, truth } = manuscript;
  return {
    report: { seed, city: settings.city.name, text, truth, questions, variations: [...settings.choice.kept] },
    examples,
  };
}

/** Writes the report of a seed: the same seed always gives the same report. Seeds below 20 vary little. */
export function generateReport(seed: number): GeneratedReport {
  return generateWithExamples(seed).report;
}
