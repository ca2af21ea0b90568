import { ARROW, hasSentence, isSectionName, isSentence, isStage, SEPARATORS } from './form.ts';
import { type Column, isNumberCell } from './item-columns.ts';
import type { StatusReader } from './legend.ts';
import { folded } from './source.ts';

/** What a cell looks like, whatever column it stands in. */
export interface Shape {
  readonly length: number;
  readonly number: boolean;
  readonly arrow: boolean;
  /** A word for a stage of work. */
  readonly stage: boolean;
  /** A known mark or word of status. */
  readonly status: boolean;
  /** A known mark of status, by itself. */
  readonly mark: boolean;
  readonly sentence: boolean;
  /** Nothing but names of offices. */
  readonly sections: boolean;
}

/** No stage, mark, number or status is longer than this. */
const LONGEST_SIGN = 24;
const LONG = 60;
const EMPTY: Shape = {
  length: 0,
  number: false,
  arrow: false,
  stage: false,
  status: false,
  mark: false,
  sentence: false,
  sections: false,
};

export function shapeOf(cell: string, statusOf: StatusReader): Shape {
  const { length } = cell;
  if (length === 0) return EMPTY;
  if (length > LONG) return { ...EMPTY, length, sentence: true, sections: areSections(cell) };
  const sign = length <= LONGEST_SIGN;
  const arrow = sign && ARROW.test(folded(cell));
  const status = sign && statusOf(cell) !== null;
  return {
    length,
    number: sign && isNumberCell(cell),
    arrow,
    stage: sign && isStage(cell),
    status,
    mark: status && !arrow && length <= 2,
    sentence: isSentence(cell),
    sections: areSections(cell),
  };
}

function areSections(cell: string): boolean {
  return !hasSentence(cell) && cell.split(new RegExp(SEPARATORS, 'u')).every((part) => isSectionName(part));
}

/** A row in which a column cannot be what it should be. */
export const IMPOSSIBLE = 1000;

/**
 * How badly a cell fits a column, 0 for well. The shapes are those of the form, not of one report; only their order
 * matters: a text under a mark's column is worse than a lost cell, a lost cell worse than an odd word.
 */
export function misfit(role: Column['role'], shape: Shape): number {
  const { length, arrow, stage, status, mark, sentence, sections } = shape;
  const empty = length === 0;
  switch (role) {
    case 'number':
      return shape.number ? 0 : IMPOSSIBLE;
    case 'schedule':
      if (empty || arrow || stage) return 0;
      return sentence ? 60 : mark ? 15 : length <= 12 ? 5 : 30;
    case 'status':
      if (empty) return 25;
      if (status) return 0;
      return length <= 4 ? 12 : sentence ? 80 : 40;
    case 'owner':
      if (empty) return 12;
      if (sections) return 0;
      return mark || arrow || sentence ? 60 : length <= 24 ? 15 : 30;
    case 'title':
      if (empty) return 80;
      if (mark || arrow) return 60;
      if (sections) return 10;
      return sentence ? 30 : stage && length <= 4 ? 20 : length > 45 ? 12 : 0;
    case 'policy':
    case 'pillar':
      if (empty) return 0;
      if (shape.number) return IMPOSSIBLE;
      return mark || arrow ? 60 : sentence ? 40 : stage && length <= 4 ? 20 : 0;
    case 'outline':
    case 'narrative':
      if (empty) return 25;
      if (mark || arrow || sections) return 60;
      return sentence || length >= 40 ? 0 : stage && length <= 8 ? 25 : 10;
    case 'other':
      return mark ? 3 : 0;
  }
}

/** What a filled cell costs as a pillar that was split from the policy. */
export function misfitOfSpare({ length, sentence, stage, status, number }: Shape): number {
  if (length === 0) return 5;
  if (number) return IMPOSSIBLE;
  return sentence || stage || status ? 48 : 8;
}
