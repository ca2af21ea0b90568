import type { Names } from '../answer/wording.ts';

/**
 * Names without the report's own print behind them, where the language has a name of its own: many names stand in one
 * digest. Its table and its sources keep the print.
 */
export function shortNames(names: Names): Names {
  const short =
    (name: (print: string) => string) =>
    (print: string): string => {
      const said = name(print);
      const tail = ` (${print})`;
      return said.endsWith(tail) ? said.slice(0, -tail.length) : said;
    };
  return {
    measure: short(names.measure),
    subject: short(names.subject),
    section: short(names.section),
    pillar: short(names.pillar),
    title: short(names.title),
    status: names.status,
  };
}
