/** Words by which a sentence denies that something was done, tells what is planned, or gives a cause. */

/** What was not done, by its noun: Xは行われませんでした. */
export const DENIES_DONE =
  /(\p{Script=Han}{2}|\p{Script=Katakana}{2,})(?:を|は|が|も)?(?:実施|開催)?(?:し|せ|でき|行わ|行い|行え|行われ|され|されてい|してい)(?:ませんでした|なかった|なく、|ておらず|てい(?:ません|ない)|ず(?:に|、)|ません|ない(?!よう|ため))/gu;
/** The same told as done: the noun, and behind it in its clause that it was. */
export function isToldDone(sentence: string, noun: string): boolean {
  return new RegExp(
    `${noun}(?:を|が|は|も|に)?(?:(?!なく|ない|なし)[^、。]){0,12}?(?:し|され|行い|行っ|行われ|努め|図っ|図り|進め|始め)(?:た|て(?!いく)|、)`,
    'u',
  ).test(sentence);
}
/** Between a number and one that is told as a part of it. */
export const PART_OF = /^(?:のうち|の内|の中で|,? of (?:whom|which|these|them)\b)/iu;

/** Before or behind a number of which something is said of all; and what tells a part of one in a text. */
export const ALL_OF = /\ball(?: of)?(?: the)? $|(?:全|すべての|全ての|全部の)$/iu;
export const ALL_OF_BEHIND = /^(?:の)?(?:すべて|全て|全部)/u;
export const HAS_PART = /^(?:のうち|の内|中)/u;

/** What is planned. */
export const PLANNED =
  /予定(?:です|であ|とし|し|されて|となって)|(?:計画|方針|考え|見通し|見込み)(?:です|であ|とされ)|ていく(?:予定|方針|こと)|ていきます|(?<=(?:今後|引き続き)[^。]{0,60})(?:ます|である)(?=。|$)/gu;
/** Before a cause ends, and what stands between it and the clause before. */
export const CAUSE_CLAUSE =
  /([^、。;]{4,60}?)(?:(?:た|る|い|な|の)ため|ことにより|ことによって|ことから|おかげで|の影響で|せいで|ので|が(?:原因|理由|要因)で)(?!の|に必要)/gu;

/** English: what was held, taken into use, or is running. */
const VERBS =
  'held|carried out|conducted|introduced|adopted|drawn up|completed|finali[sz]ed|opened|launched|established|approved';
const NOT_VERBS = `${VERBS}|hired|recruited|made|reviewed|revised|done|started`;
export const DONE_ENGLISH = new RegExp(
  `\\b(?:was|were|(?:has|have|had) been|is|are)\\s+(?:\\w+ly |now |both |all |then |already )*(?:${VERBS}|put into|in (?:full |regular )?(?:operation|use|service)|running|operating)\\b|` +
    '\\btook place\\b|\\bnow (?:run|work|operate)s?\\b|\\b(?:went|came) into (?:full )?(?:operation|use|service|effect)\\b',
  'giu',
);
/** What was not, and what was given up. */
export const NOT_DONE_ENGLISH = new RegExp(
  `\\b(?:was|were|(?:has|have|had)) not (?:been )?(?:yet )?(?:${NOT_VERBS})\\b|` +
    `\\bno (?:[\\w'-]+ ){1,5}(?:was|were|(?:has|have) been) (?:${NOT_VERBS})\\b|` +
    '\\bdid not (?:take place|hold|hire|recruit|introduce|adopt|open|start|carry out)\\b|' +
    '\\b(?:was|were|been|be) (?:cancel+ed|postponed|called off|suspended|put off|dropped|abandoned)\\b',
  'giu',
);
export const PLANNED_ENGLISH =
  /\b(?:is|are) (?:\w+ly )?(?:planned|scheduled|expected|due|going|set) to\b|\bplans? to\b|\bwill (?:be )?(?!not)\w+/giu;
/** Where a cause begins, and where it ends. */
export const CAUSE_ENGLISH =
  /\b(?:because(?: of)?|due to|owing to|thanks to|as a result of|on account of)\b([^.;]*?)(?=[.;]|, (?:and|but|while|so|which)\b|$)/giu;
/** A text that looks ahead. */
export const AHEAD = /予定|今後|引き続き|目指|見込|検討|ていく|図る|努め|決定する|[るくうむす]。?$/u;
