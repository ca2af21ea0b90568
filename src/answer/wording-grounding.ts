import { MARK_CHARACTERS, statusOfMark } from '../report/form.ts';

/** A mark that is a status, and one that looks so but is none; at the head of a line that is a bullet. */
const [MARKS, NO_MARKS] = [true, false].map((is) =>
  [...MARK_CHARACTERS.replace('\\', '')].filter((mark) => is === (statusOfMark(mark) !== null)).join(''),
);
export const STATUS_MARK = `[${MARKS}]`;
export const NO_STATUS_MARK = new RegExp(`(?<!^\\s*)[${NO_MARKS}]`, 'gu');

/** Before the number of those that were told. */
export const THESE_BEFORE =
  /(?:この|これら|これらの|以上の|上の|上記の|ほかの|他の|残りの|残る|を除く|を除いた)\s*$|\b(?:these|those|all|the other|the)\s*$/iu;
/** Before the number of those that are left when one is taken out. */
export const EXCEPT_BEFORE = /(?:を除く|を除いた|以外の|ほかの|他の|残りの|残る)\s*$|\b(?:the )?other\s+$/iu;

/** Behind the number or title of one that is taken out. */
export const EXCEPTED = /^[」』)）]?(?:番)?(?:を除[くいき]|以外)/u;

/** A word for all that leads a number: 全部で7. */
export const IN_ALL = /^(?:全部|全体)で\s*\d/u;

/** What points back to a section or account that was named, and is the name of none. */
export const POINTS_BACK = /^(?:同|当該?|両|各|全)(?:課|会計|室|局|部署?|職場|体系|項目)$/u;

/** Words by which a sentence says that something is not there, or could not be used. */
export const LACKS =
  /(?:読み取れ|使え|考慮でき)(?:ない|ません|なかった)|(?:not|no|cannot) (?:be )?(?:able to )?(?:make )?used?(?: of)?\b|(?:記載|値|数値|項目|データ|情報)[^。]{0,12}(?:ありません|ない|見当たりません|含まれ(?:て|ません))|見当たりません|確認できません|not (?:in|stated|given|found|part of|mentioned)|no (?:figure|value|data|record|mention|item)|does not (?:say|state|contain|give|mention|list|have)|(?:cannot be|could not be|not) (?:found|confirmed)|could not find/iu;

/** Right behind a number that is denied: ではなく. */
export const DENIED_BEHIND =
  /^[)）」]?\s*(?:という(?:の|こと|値|数字)?)?(?:で(?:は)?(?:な[いくか]|ありません)|とは(?:異なり|違い|言え(?:ない|ません)))|^\s*(?:is|was|are|were) (?:not (?:correct|right|what|the)|wrong|incorrect)/iu;
/** Right before one: not 5. */
export const DENIED_BEFORE = /(?<!\bif )\bnot (?:about |the )?[¥￥]?\s*$/iu;
/** Between a number and what is said not to be there: the number was stated as a fact before. */
export const STATED = /です|でした|であ[るっり]|だった|だが|で、|とな[っりる]|(?:was|were|is|are)\b[^,;]*[,;]/iu;

/** Between a status and the items that have it. */
export const STATUS_IS = new RegExp(
  `^(?:\\s*[(（]${STATUS_MARK}[)）])?[)）」\\s]*(?:の項目|の取組|なもの|なの)?(?:は|が|:|：)、?(?:整理番号|項目)?$`,
  'u',
);
/** Between a number of things and the status that they have. */
export const HAS_STATUS = /^\s*が\s*$/u;
/** Where one thing has been stated and the next one follows. */
export const STATED_NEXT = /(?<=項目|件|つ)で、|;|, and (?=\w+,? (?:items?\b|is\b|are\b))/u;
/** Behind what is said not to be there: something else is stated. */
export const STATES_ANEW = /[.;。、]|\b(?:is|was|are|were|has|have|had|but)\b/iu;

/** Where a number ends one thing that is said and another begins. */
export const CLAUSE_END = /[、,;；。（）()：／]|\s(?:and|but|while|whereas)\s/u;

/** A figure between commas, and what stands between that and its year. */
export const APPOSED_BEFORE = /,\s*[¥￥]?$/u;
export const APPOSED_YEAR = /^\s*,\s*in\s+$/iu;

/** Between a number and a name behind it that belongs to it: 274.5 hours in …, 12.2%の…. */
export const ATTACHES =
  /^\s*(?:|の\s*|(?:in|for|at|of|by|during|as of)\s+(?:the\s+|its\s+|their\s+)?(?:end of\s+)?(?:fiscal\s+)?)$/iu;
/** Between a number and a name in brackets behind it, and what closes them. */
export const OPENS = /^\s*[(（]\s*$/u;
export const CLOSES = /^\s*(?:末|時点)?\s*[)）]/u;

/** The row of averages, by name. */
export const AVERAGE_NAME = /平均値|\bthe average\b/giu;

/** So much for each person, and the words of a table of such figures. */
export const PER_HEAD = /^1\s?人(?:当たり|あたり|につき|で(?!は))/u;
export const PER_HEAD_TITLE = '1人当たり';

/** So much for each year or month: one of them is counted by no table. */
export const PER_TIME = /^1\s?(?:年間?|か?月間?|日)(?:当たり|あたり|につき)/u;

/** The unit of all figures of a text, in brackets. */
export const HEAD_UNIT =
  /[（(]\s*(?:単位\s*[:：は]?\s*|金額は)?(?:(?<japanese>(?<=単位\s*[:：は]?\s*)[^\s（）()]{1,4}|(?:百万|千|億|万)円|時間|ポイント)|(?:in |unit: ?|all in )?(?<english>(?:[¥￥]|JPY )?\s?(?:million|thousand|billion)(?: yen)?|hours|%))\s*[)）]/iu;

/** Words for the sign of a balance: they name none. */
export const SIGN_WORD =
  /^(?:マイナス|プラス|赤字|黒字|minus|plus|negative|positive|deficit|surplus|in the (?:red|black))/iu;

/** Words that say a balance is below zero, or above; the name of a balance that only sounds like one is neither. */
export const LOSS =
  /赤字|不足額|純損失|損失|deficits?\b|shortfall|(?<!profit or |profit and |profit\/|profit\/ )\bloss(?:es)?\b(?! or)|\blost\b(?! (?:about |around )?[\d¥￥])|in the red/iu;
export const GAIN = /黒字|純利益|剰余|surplus|(?<!loss or )\bprofits?\b(?! or| and loss)|in the black/iu;

/** The same in words that stand for a sign, without the figure behind it. */
export const BELOW_ZERO = new RegExp(`${LOSS.source}|マイナス(?![\\s\\d])|\\bnegative\\b(?! \\d)`, 'iu');
export const ABOVE_ZERO = new RegExp(`${GAIN.source}|プラス(?![\\s\\d])|\\bpositive\\b(?! \\d)`, 'iu');
/** Either of them. */
export const SIGNS = new RegExp(`(?<loss>${BELOW_ZERO.source})|${ABOVE_ZERO.source}`, 'giu');

/** Between a rank and the name of who has it. */
export const HOLDS = /^\s*(?:は|の|が|:|is|was)?\s*(?:the\s+)?$/iu;

/** Around a total of which the sentence names a part. */
export const TOTAL_BEFORE = /(?:\bof(?: the| its)?|\ball|\btotal(?: of)?|全|全体|計|合計)\s*$/iu;
export const TOTAL_BEHIND =
  /^\s*(?:の[\p{Script=Han}\p{Script=Katakana}ー]{2,8})?(?:のうち|の内|の中|中|in all|in total|,? of which)/iu;

/** One status became another: words for it anywhere, or between the first and the last that is told. */
const BECAME = /変わ(?!って(?:い)?(?:ません|ない)|らず|らない|りません|りな)|変更|移行|\b(?:became|moved|changed)\b/iu;
const BECAME_BETWEEN = /→|->|から|\bfrom\b|\bto\b/iu;
/** True where one status is said to have become another; `statuses` in their order. */
export function becomes(text: string, statuses: readonly { readonly start: number }[]): boolean {
  const [first, last] = [statuses[0]?.start ?? 0, statuses.at(-1)?.start ?? 0];
  return BECAME.test(text) || BECAME_BETWEEN.test(text.slice(Math.max(0, first - 8), last));
}

/** Before the status that something had before. */
export const STARTED_FROM = /\b(?:started|came|moved|moved up|went|rose) from(?: being)?\s*$/iu;
/** Said of today, whatever year was told before. */
export const IS_NOW = /現在|今は|\b(?:now|still|currently)\b/iu;

/** Between the status that it became and the one that it had, said behind it: to A from B. */
export const BECAME_OF = /\bfrom\b/iu;

/** Twice as much, and the same in a text of the report's language. */
export const TWICE = /^(?:twice|doubled?)$/iu;
export const TWICE_IN_TEXT = '2倍';
/** Proportions in words: calculated by whoever says them. */
export const PROPORTION = /半減|過半|大半|倍増|\b(?:halved|twice|doubled?|tripled?|majority)\b/giu;

/** Words that state the status of an item, and those that do so only beside a word for status: work is carried out, too. */
export const STATES_STATUS = new RegExp(
  `^${STATUS_MARK}$|実施済|一部(?:のみ)?実施|未実施|未着手|次年度以降|(?:partially|partly|not|fully|un)\\s?implemented|later year`,
  'iu',
);
export const MAY_STATE_STATUS = /implemented|done|not started|検討中|完了|under consideration/iu;
/** What says of an item that it is finished, without the words of the report. */
export const FINISHED =
  /(?:取組|取り組み|実施|事業|項目|作業|一元化|見直し|策定|整備|導入)(?:は|が|を|も)?[^。、]{0,6}(?:完了し|終え|終わ|済んで|完成し)|(?:has|have|had) (?:already )?been (?:fully )?(?:completed|finished|accomplished|implemented)|(?:is|are|was|were) (?:now |already |fully )*(?:complete|completed|finished|implemented)\b/iu;
/** Items that are said to be late. */
export const LATE = /遅れ|滞って|進んでいない|behind schedule|delayed|lagging|overdue/iu;
export const NEGATED_BEFORE = /(?:not|never|no longer|yet to be|n't)(?: \w+)? $/iu;
/** Behind a status that something does not have. */
export const NEGATED_BEHIND = new RegExp(
  `^(?:\\s*[(（]${STATUS_MARK}[)）])?[\\s)）」]*(?:で(?:は)?な|に(?:は)?(?:なって|至って)(?:い)?(?:ない|ません)|とな(?:って)?(?:い)?(?:ない|ません|らな)|以外|されて(?:い)?(?:ない|ません)|して(?:い)?(?:ない|ません))`,
  'u',
);
export const STATUS_WORD = /状況|区分|評価|status|rated|marked/iu;

/** What stands before the number of an item. */
export const ITEM_BEFORE =
  /(?:整理番号|項目番号|項目|計画以?外|items? (?:run |range |go )?from|item|items,?|no\.?|#|№)\s*(?:の)?\s*$/iu;
export const EXTRA_BEFORE =
  /(?:計画以?外|out-of-plan(?: item)?|(?:items?|measures?) outside the plan,?)(?:の(?:取組|取り組み|項目)?(?:の)?)?(?:\s?(?:item|no\.?|番号|整理番号))?\s*$/iu;
/** Between the number of an item and its title in a list. */
export const NUMBER_TO_TITLE = /^[.．:：番号)）\s]*[「『"“(（]?$/u;
/** The head of a line of a list of items: ・23 …, - 23: …. */
export const ITEM_LINE = /^\s*[・\-*•]\s*$/u;
/** Behind a number that is an item's: its ending, or its title at once. */
export const ITEM_BEHIND = /^\s*(?:番(?!目)|号|[「"“『])/u;
/** Between the number of an item and its title. */
export const TITLES = /^\s*番?\s*[「"“『(（]?\s*$/u;
/** A year number before 年度 without its era: 30年度. */
export const SHORT_YEARS = /(?<![\d.]|FY)(\d{1,2})\s?年度/gu;
/** Between names or figures of which the same is said. */
export const JOINT = /^\s*(?:、|,|と|や|も|・|及び|および|&|(?:、|,)?\s*(?:and|or|および|及び))\s*(?:the\s+|-)?$/iu;
/** Behind a year that something is only compared with. */
export const COMPARED =
  /^[)）]?\s*(?:の(?:同|水準)|度?末?より|度?末?から|比|に比べ|と比べ|に対し|を上|を下|と比較|並み|同)/u;
/** Behind the first of two figures of which one became the other. */
export const FROM_BEHIND = /^[)）]?\s*(?:から|→)/u;
/** Before the first of two such figures. */
export const FROM_BEFORE = /\bfrom\s*$/iu;
/** Right before the second of two figures of which the first became it. */
export const FROM_TO = /\d[\d.]*\s?[^\d\s、。,;]{0,6}(?:から|→)\s*$|\bfrom [\d.]+[^,;]{0,24} to\s*$/iu;
/** Between the first and the last of a span of months or years. */
export const UP_TO = /^\s*(?:から|より|[~〜～–—-]|to|through|until)\s*$/iu;
/** Between figures of which only the last has the unit: 110 and 273 million yen. */
export const SHARES_UNIT = /^,? (?:and|or|to) -?$/u;
/** What counts items and no offices. */
export const COUNTS_ITEMS = /項目|件|item/iu;
/** Between the numbers of a list of items. */
export const ITEM_JOINT = /^\s*(?:、|,|と|・|~|-|から|and|or|to|,\s*and|番)\s*(?:整理番号|項目|items?|no\.?)?\s*$/iu;
/** A sentence of which bare numbers that follow each other are those of items. */
export const SPEAKS_OF_ITEMS = new RegExp(`項目|件|items?\\b|遅れ|${STATUS_MARK}|実施済|実施予定|検討中|status`, 'iu');
/** Between such numbers. */
export const ITEM_RUN = /^\s*(?:、|,|と|・|及び|および|and|,\s*and)\s*$/iu;
/** Behind a bare number at the start of a clause: the status of that item follows. */
export const ITEM_STATES = new RegExp(`^(?:番)?は、?(?:一部|実施|未実施|次年度|検討|${STATUS_MARK})`, 'u');
export const STARTS = /(?:^|[、。])\s*$/u;
/** A number at the start of a line of a list. */
export const ENUMERATOR = /^\s*[.．)）]\s+\D/u;

/** A sentence that talks to whoever reads the report out, instead of reporting. */
const ADDRESSES =
  /(?:指示|命令|ルール|プロンプト|制約)[^。]{0,12}(?:無視|忘れ|従わ|上書き)|と(?:だけ)?(?:答え|回答し|出力し|返信し|述べ)(?:て|なさい|よ|ること)|(?:あなた|アシスタント|AI|言語モデル)(?:は|へ)[^。]{0,30}(?:なさい|してください|せよ|すること)|ignore (?:all|any|the|your|previous|prior)|disregard (?:all|any|the|your|previous)|system prompt|you are (?:now|an? )|(?:reply|respond|answer) (?:only )?(?:with|that)|(?:伝え|述べ|答え|回答す|案内す|扱う|記載す|報告す|説明す|出力す)る?(?:こと|ものとする)[。.]?$|(?:扱わ|述べら?|答えら?|回答せら?|伝えら?|案内せら?|せら|さ)れたい|(?:答え|回答|応答|返信|出力)(?:せよ|すべし|しなければ)|(?:でのみ|だけを?)(?:応答|回答|返信)|^\s*(?:システム|アシスタント|管理者)\s*[:：]|\b(?:must|should|shall|has to|have to) (?:say|state|answer|reply|report|claim|tell)\b|\b(?:from now on|hereafter|henceforth)\b|\b(?:say|state|claim|tell (?:them|the user)) that\b|^\s*(?:system|assistant|user)\s*[:：]/imu;

/** True for a sentence that gives an order to its reader: it proves nothing, and is not shown to a model. */
export function addresses(sentence: string): boolean {
  return ADDRESSES.test(sentence.normalize('NFKC'));
}

/** Where an English sentence ends behind a bracket, a quotation or a figure. */
export const ENGLISH_END = /(?<=[)\]」"”%\d][.!?])(?<!(?:^|[,:;(]\s?|\n\s*)\d{1,2}[.])\s+(?=[A-Z"“「(])/u;

/** What stands in quotation marks; a quotation may hold one. */
export const QUOTATION = /「((?:[^「」]|「[^「」]*」)+)」|『([^『』]+)』|“([^“”]+)”|"([^"]+)"/gu;
/** An address, the bare name of a host, or what Slack would turn into a link or a mention. */
export const LINK =
  /\b[a-z][a-z+.-]*:\/\/\S*|\bmailto:\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.\S+|<[!@#][^>]*>|\[[^\]]*\]\([^)]*\)|\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?:\/\S*)?/giu;

/** Behind a year from which on something is to be done. */
export const OR_LATER = /^(?:以降| or later\b| or after\b| or beyond\b| onwards?\b)/iu;
/** What a status is made of beside its words, where it is quoted with its mark. */
export const STATUS_JOINTS = /[\s()（）・/／]|または|又は|に?実施(?:予定)?|or/giu;
/** Between statuses of which one number is told, and between a status and its mark. */
export const JOINT_STATUS =
  /^[)）」\s]*(?:または|又は|もしくは|あるいは|および|及び|から|と|か|や|・|→|\/|／|or|and|to)?(?:末?(?:時点)?(?:に|で)?は?)?[\s(（「]*$/iu;
/** So many of the one and so many of the other. */
export const RESPECTIVELY = /それぞれ|respectively/iu;

/** A line that is nothing but numbers of items. */
export const ITEMS_ONLY = /^\d+(?:\s*[,、・]\s*\d+)+$/u;
/** Beside a status that is one of several asked for: 一部実施（△）/未実施（×）. */
export const ONE_OF_BEHIND = new RegExp(`^[\\s(（]*${STATUS_MARK}?[)）]?\\s*[/／]`, 'u');
export const ONE_OF_BEFORE = /[/／]\s*$/u;
