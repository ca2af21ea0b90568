import { PERSONAL_DATA_SHAPES, type PersonalDataKind } from './wording-personal-data.ts';

export interface PersonalData {
  readonly kind: PersonalDataKind;
  /** As found, after NFKC. */
  readonly text: string;
}

const MASK = '***';
const KINDS = ['mail', 'phone', 'my-number', 'account', 'address'] as const satisfies readonly PersonalDataKind[];

/** What in a text looks like data about a person: mail address, phone, My Number, bank account, postal address. */
export function findPersonalData(text: string): readonly PersonalData[] {
  const folded = text.normalize('NFKC');
  return KINDS.flatMap((kind) =>
    [...folded.matchAll(PERSONAL_DATA_SHAPES[kind])]
      .map(([found]) => ({ kind, text: found }))
      .filter((found) => kind !== 'my-number' || isCalled(found.text) || isMyNumber(found.text)),
  );
}

/** The text with everything that looks like data about a person replaced; the same text where there is none. */
export function maskPersonalData(text: string): string {
  const found = findPersonalData(text);
  if (found.length === 0) return text;
  return found.reduce((masked, { text: piece }) => masked.replaceAll(piece, MASK), text.normalize('NFKC'));
}

/** A number that is called one need not be right. */
function isCalled(text: string): boolean {
  return /\p{L}/u.test(text);
}

/**
 * True for twelve digits whose last one is the check digit of the eleven before (Ministry of Internal Affairs and
 * Communications, order 85 of 2014, article 5: weights 2 to 7 and 2 to 6 from the right, modulo 11).
 */
function isMyNumber(text: string): boolean {
  const digits = [...text.replaceAll(/\D/gu, '')].map(Number).toReversed();
  const [check, ...others] = digits;
  const sum = others.reduce((total, digit, i) => total + digit * (i < 6 ? i + 2 : i - 4), 0);
  const rest = sum % 11;
  return check === (rest <= 1 ? 0 : 11 - rest);
}
