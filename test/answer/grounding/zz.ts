import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkDraft } from '../../../src/answer/grounding.ts';
import { readQuestions } from '../../eval/question-file.ts';
import { assistant } from '../support.ts';

let n = 0;
for (const name of readdirSync(new URL('../../eval', import.meta.url)).filter((f) => f.endsWith('.jsonl')))
  for (const { thread = [], q } of await readQuestions(fileURLToPath(new URL(`../../eval/${name}`, import.meta.url)))) {
    let turn: any = null;
    for (const t of thread) turn = assistant.ask(t, turn).turn;
    const { answer } = assistant.ask(q, turn);
    const p = checkDraft(answer.text, {
      called: answer.called,
      question: [...thread, q].join('\n'),
      vocabulary: assistant.vocabulary(),
      report: assistant.scope().report,
    }).problems;
    if (p.length) {
      n++;
      console.log(
        name,
        q.slice(0, 60),
        '→',
        p
          .slice(0, 3)
          .map((u: any) => u.kind + ':' + u.text)
          .join(' | ')
          .slice(0, 120),
        '||',
        answer.text.slice(0, 160).replaceAll('\n', ' '),
      );
    }
  }
console.log(n);
