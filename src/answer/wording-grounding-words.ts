/** Words of running text: which say nothing of what a number is of, which name who did it, and what was done. */

/** Words of two characters that stand in every second sentence of a report. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  '実施 予定 報告 告書 整理 理番 番号 項目 令和 平成 年度 計画 画以 以外 取組 状況 今年 昨年 前年 全部 記載 説明 見込 合計 本市 同年 結果 時点'.split(
    ' ',
  ),
);
/** Where the words that belong to the number before end: 20 of the forms, of which 5. */
export const PART_END = /(?:のうち|の内|うち|、|,|(?:of )?which|(?:of )?whom)/iu;
/** A remark in brackets behind a number. */
export const REMARK = /^\s*[(（][^()（）]*[)）]/u;

/** Words by which a sentence says who is in charge. */
export const IN_CHARGE =
  /担当|所管|主管|受け持|加わ|との共同(?!整備|事業|で整備)|共同で(?:担当|受け持)|分担|in charge|\bshares? (?:it|them|one|two|three|four|items?)\b|\b(?:is|are) shared with\b|jointly|handled|responsible|led by|run by|managed by|belongs? to|owner|carried out by/iu;
/** Between several items and what is said of each of them. */
export const EACH =
  /いずれも|どちらも|どちらにも|いずれにも|両方とも|両者とも|ともに|共に|それぞれ(?!の)|\b(?:both|each|all)\b/iu;
/** Work with the section that does it in brackets, and the work that is said to be a section's. */
export const WORK_OF = /([\p{Script=Han}\p{Script=Katakana}ー・]{3,})\(([^()]{2,30})\)/gu;
export const TASK_BEHIND = /^の([\p{Script=Han}\p{Script=Katakana}ー・]{3,})/u;
/** A section in the text of an item that is not in charge of it. */
export const NO_CHARGE = /ではな|でな|\bnot\b/iu;

/** Before a title in brackets: what it is called in English. */
export const GLOSS_OF_TITLE = /(?:\d+|[:・])[,:.]?\s+([A-Z][^,;:()]*)\($/u;
/** Between a section and the list of what is its. */
export const LISTS_ITEMS = /^[^.;]{0,24}[:：]/u;
/** The end of the name of an office. */
export const OFFICE_END = /(?:課|室|局|部|署|所|園)$/u;
/** Things told one behind the other, up to the end; and what stands between them and their number. */
export const ENUMERATED =
  /(?<![\p{Script=Han}\p{Script=Katakana}ー\p{Script=Latin}])(?:[\p{Script=Han}\p{Script=Katakana}ー\p{Script=Latin}]{2,24}(?:り[\p{Script=Han}]{1,8})?、)+[\p{Script=Han}\p{Script=Katakana}ー\p{Script=Latin}]{2,24}$/u;
export const ENUMERATION_END = /\s*(?:の|など)?\s*$/u;
/** Two nouns or more of a line of a list, and three or more of a sentence, told one behind the other. */
export const NOUN_PAIR = /(?:[\p{Script=Han}\p{Script=Katakana}ー]{2,}、)+[\p{Script=Han}\p{Script=Katakana}ー]{2,}/gu;
export const NOUN_RUN =
  /(?:[\p{Script=Han}\p{Script=Katakana}ー]{2,}、){2,}[\p{Script=Han}\p{Script=Katakana}ー]{2,}/gu;
/** Between a task of a text and who is said to do it. */
export const TASK_TO_WHO = /^[)）」』]?[^。.;]{0,60}$/u;
/** What stands in brackets, and a noun or name of a report in it. */
export const IN_BRACKETS = /[(（]([^()（）]+)[)）]/gu;
export const NOUN_ONLY = /^[\p{Script=Han}\p{Script=Katakana}ー]{3,}$/u;
/** Between a pillar and an item of it. */
export const OF_ITEM = /^(?:[(（][^()（）]*[)）])?(?:の|：|:)?\s*[「『"“]?(?:整理番号|項目|items? )?$/iu;

/** Items whose status went forward, or back. */
export const WENT =
  /(?<back>後退|悪化|下がった|worsened|went back|regressed)|(?<forward>前進|改善し|改善した|進展|improved|moved forward|went forward)/iu;

/** Nouns that name no measure by themselves. */
export const NO_MEASURE =
  /^(?:金額|総額|数値|値|実績|実績値|結果|全体|合計|規模|時間|時間数|日数|件数|割合|比率|水準|状況|内容|内訳|最新|報告書|本市|当市|市|同市|直近|最高|最低|最大|最小|金額は|順位|上位|下位|figure|amount|value|total|level|result|average|highest|lowest|rest|(?:[a-z]+ )*(?:ahead|behind|short|instead|because|part|one|each|both|all|those|that|out|top|bottom|front))$/iu;
/** What a report may have set or been compared with: said only where it does. */
export const YARDSTICKS =
  /目標(?:を(?:達成|上回|下回|超)|に(?:届|達|至))?|予算|計画値|目安|全国|県内|類似団体|他市|(?:標準|適正|平均|全国)的?な?水準|過去|史上|\btargets?\b|\bgoals?\b|\bbudget|\bnational (?:average|mean|level)|nationwide|benchmark|on record|historic/giu;
/** What such a word is called in a report, where it names a thing and no bar that was cleared. */
export const YARDSTICK_NAMES: readonly (readonly [RegExp, string])[] = [
  [/budget/iu, '予算'],
  [/^(?:目標|targets?|goals?)$/iu, '目指'],
  [/^(?:targets?|goals?)$/iu, '目標'],
];
/** Names of companies, bodies and places, by their ending. */
export const PROPER =
  /(?<![\p{Script=Han}\p{Script=Katakana}ーA-Za-z])[\p{Script=Han}\p{Script=Katakana}ーA-Za-z]{2,}(?:書店|株式会社|銀行|大学|病院|協会|組合|財団|新聞|研究所|機構|ホテル|カード|食堂)|(?<!\p{Script=Han})\p{Script=Han}{1,5}(?<!同|武|有)[士師](?!\p{Script=Han})|[\p{Script=Han}]{1,3}(?<!都)(?:県|町|村)(?![民内外立])|(?:株式会社|\(株\))[\p{Script=Han}\p{Script=Katakana}ーA-Za-z]+/gu;
/** A cause: the noun before these words has to stand in a result. */
export const CAUSE =
  /(?<![\p{Script=Han}\p{Script=Katakana}ー])([\p{Script=Han}\p{Script=Katakana}ー]{2,})(?:の(?:ため|影響|結果|理由|問題)|に(?:より|よって|よる|伴い|伴う|伴って)|が(?:原因|理由|要因)|を(?:理由|原因|受けて|踏まえ))/gu;
/** What a figure is called that no measure of the report is. */
export const CALLED =
  /(?<![\p{Script=Han}\p{Script=Katakana}ー])([\p{Script=Han}\p{Script=Katakana}ー]{2,})(?:は|が|:|：)(?:、)?(?:約|およそ|[△▲-]|マイナス)?\s*$/u;
export const CALLED_ENGLISH = /\b([a-z][a-z-]+(?: [a-z-]+){0,2}?) (?:of|for|in) (?:the |its )?$/iu;

/** What was borrowed or paid back in a year is not what is owed at its end. */
export const FLOW =
  /^(?:borrow(?:s|ed|ing)?|issued?|issuing|repaid|repays?|借り(?:入れ|た)|借入れ|発行し|償還し|返済し)/iu;
/** What such a measure is called. */
export const FLOW_MEASURE = /発行|償還|借入(?!金残高)|返済/u;

/** Months, as they are named in English and written in a report. */
export const ENGLISH_MONTHS: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
export const ENGLISH_MONTH =
  /\b(January|February|March|April|(?<=(?:in|from|since|until|by|of|and|to|for) )May|May(?= \d{4})|June|July|August|September|October|November|December)\b(?:,?(?: of)? (\d{4}|(?:Reiwa|Heisei) \d{1,2}))?/gu;
export const MONTH = /(?<![\d.])(\d{1,2})\s?月(?![額平間])/gu;

/** What a sentence about an item may say was done only where its text does. */
export const ACTIONS =
  /引き?上げ|引き?下げ|値上げ|値下げ|廃止|中止|延期|凍結|売却|増額|(?<!削)減額|撤回|解散|閉鎖|統合|民営化|無償化|有償化|提訴|契約解除|採択|不採択|表彰|移転|開館|再開|完成/gu;
/** A word of two kanji with kana between: 引き上げ, 打ち合わせ. */
export const COMPOUND =
  /[\p{Script=Han}](?:[きりちいしけせえめれげ]|[^はがをにでとのもへや\p{Script=Han}\W]{2})[\p{Script=Han}]/gu;
/** Behind what a sentence is about as a whole. */
export const TOPIC_PARTICLE = /^(?:に|で|から)?は/u;
export const PARTICLE = /^(?:まで|から)/u;
/** The noun of which a number is the number. */
export const OF_NOUN = /^の([\p{Script=Han}\p{Script=Katakana}ー]{2,})/u;
/** Between a number and a word that belongs to something else. */
export const APART = /[、。;]|\d/u;

/** A sentence about the schedule itself. */
export const SCHEDULE = /スケジュール|schedule|段階|工程|「」/iu;
/** Behind a stage of a schedule that is said without quotation marks. */
export const STAGE_SAID = /^の(?:予定|段階|計画|年度)/u;

/** The first or second of several, as a word: 1次試験. */
export const STAGE = /\d+次/u;
export const IS_JAPANESE = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;
export const HAS_MONTH = /月|[A-Z][a-z]/u;
export const HAS_YEAR = /[\d年]|おととし|year/iu;
/** A sentence that gives a cause. */
export const GIVES_CAUSE = /ため/u;

/** Behind four digits that are no year. */
export const AMOUNT_BEHIND =
  /^\s*(?:[百千万億兆]|円|時間|%|人|名|件|項目|日|(?:thousand|million|billion|yen|hours?|people|days|items)\b)/u;

/** What a text says was not done, by its noun. */
export const NOT_DONE = /([\p{Script=Han}]{2})(?:を)?(?:し|行わ|せ)(?:なかった|ないこと|ず)/gu;
/** The same said to have been done. */
export function saysDone(text: string, noun: string): boolean {
  return new RegExp(`${noun}(?:を)?(?:し|行い|行っ)(?:た|て|まし|、)(?!な)`, 'u').test(text);
}
