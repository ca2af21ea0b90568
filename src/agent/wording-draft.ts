import { STATUS_MARK } from '../answer/wording-grounding.ts';

/** Fiscal and calendar years: they say nothing by themselves. */
export const YEAR = /(?:FY|令和|平成|昭和|\b[RHS])\s?\d+(?:年度?)?|\d{4}\s?年度?|\b(?:19|20)\d{2}\b/giu;
/** The status of an item, by word or mark. */
export const STATES = new RegExp(
  `―|(?!\\p{Pd}|[−─━])${STATUS_MARK}|実施済|一部実施|未実施|未着手|検討中|次年度以降|implemented|carried out|under consideration|later year`,
  'iu',
);
/** Words of a draft that puts the asker off. */
export const EVADES =
  /お待ちください|お待ち下さい|(?:お答え|回答|対応)(?:する(?:こと(?:が|は))?)?(?:は)?(?:でき(?:ません|ない|かね)|いたしかね|しかね)|(?:調べ|確認し|呼び出し)(?:ます|てみます|ましょう)|please wait|one moment|(?:cannot|can't|can not|unable to) (?:answer|help|provide|assist)|let me (?:look|check|search|call)|I(?: wi|')ll (?:look|check|search|call)/iu;
/** A question that asks for an answer in a language. */
export const NAMES_A_LANGUAGE =
  /(?:英|中国|韓国|外国|\p{Script=Katakana})語|\b(?:English|Japanese|Chinese|Korean|Portuguese|Vietnamese)\b/iu;

export const HIRAGANA = /\p{Script=Hiragana}/u;
export const KANA = /\p{Script=Hiragana}/gu;
/** What is quoted may be in another language than the text around it. */
export const QUOTED = /「[^」]*」|『[^』]*』|"[^"]*"|“[^”]*”/gu;
