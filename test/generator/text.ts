import type { Random } from './random.ts';

/** Removes every blank: the form in which names are compared. */
export function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** ASCII digits (and the separators between them) as full-width characters. */
export function widen(text: string): string {
  const wide = text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  return wide.replace(/(?<=[０-９]),(?=[０-９])/g, '，').replace(/(?<=[０-９])\.(?=[０-９])/g, '．');
}

const BREAKS = [
  '特別会計',
  '事業会計',
  '会計',
  '差引額',
  '現在高',
  '残高',
  '収支',
  '繰入金',
  '比率',
  '項目数',
  'マネジメント',
  'の',
  'サービス',
];

/** Puts a blank where a narrow table cell would have broken the line. */
export function breakLine(text: string, random: Random): string {
  const places = BREAKS.map((word) => {
    const at = text.indexOf(word);
    return word === 'の' && at > 0 ? at + 1 : at;
  }).filter((at) => at >= 2 && at <= text.length - 2);
  if (places.length > 0) {
    const at = random.pick(places);
    return `${text.slice(0, at)} ${text.slice(at)}`;
  }
  // Without a known seam, only plain Japanese is cut: a blank inside digits or Latin words would change them.
  if (text.length < 6 || !/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]+$/u.test(text)) return text;
  const at = random.int(2, text.length - 2);
  return `${text.slice(0, at)} ${text.slice(at)}`;
}

/** Fills {name} places of a template; an unknown name is a mistake in the template. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for {${name}} in ${template}`);
    return String(value);
  });
}

/** An element that the caller knows to exist. */
export function at<T>(list: readonly T[], index: number): T {
  for (const [position, element] of list.entries()) {
    if (position === index) return element;
  }
  throw new Error(`no element ${index} of ${list.length}`);
}
