/** Words by which a sentence speaks of what the asker said, or says that something is not there. */
export const REPEATS =
  /お尋ね|ご質問|ご指摘|質問の|おっしゃ|you (?:ask|mention|say|said|gave|wrote)|your question|the question|make use of|読み取れ|使えません|考慮でき/iu;
export const LACKS =
  /(?:記載|値|数値|項目|データ|情報)[^。]{0,12}(?:ありません|ない|見当たりません|含まれ(?:て|ません))|見当たりません|確認できません|not (?:in|stated|given|found|part of|mentioned)|no (?:figure|value|data|record|mention|item)|does not (?:say|state|contain|give|mention|list|have)|(?:cannot be|could not be|not) (?:found|confirmed)|could not find/iu;

/** Where a number ends one thing that is said and another begins. */
export const CLAUSE_END = /[、,;；。（）()：／]|\s(?:and|but|while|whereas)\s/u;

/** Between a number and a name behind it that belongs to it: 274.5 hours in …, 12.2%の…. */
export const ATTACHES =
  /^\s*(?:の\s*|(?:in|for|at|of|by|during|as of)\s+(?:the\s+|its\s+|their\s+)?(?:end of\s+)?(?:fiscal\s+)?)$/iu;
/** Between a number and a name in brackets behind it, and what closes them. */
export const OPENS = /^\s*[(（]\s*$/u;
export const CLOSES = /^\s*(?:末|時点)?\s*[)）]/u;

export const RISES =
  /増|上が|上昇|伸び|拡大|改善し|多く|高く|高い|上回|rose|rise|increas|grew|grow|higher|more|up\b|gain|exceed/iu;
export const FALLS =
  /減|下が|低下|縮小|悪化し|少なく|低く|低い|下回|fell|fall|decreas|declin|drop|lower|less|fewer|down\b|shrank|below/iu;
/** Words without which a difference or rate is taken for the figure itself, and those of other calculations. */
export const CHANGES =
  /差|変化|変動|増|減|推移|伸び|上が|下が|上昇|低下|改善|悪化|上回|下回|多く|少なく|高く|低く|横ばい|change|differ|growth|grew|rose|rise|fell|fall|declin|drop|increas|decreas|up\b|down\b|more|less|higher|lower|gain|above|below|unchanged/iu;
export const CALCULATES =
  /計|総額|平均|倍|割合|比率|比べ|占め|率|差|[÷+×−=]|sum|total|together|average|mean|ratio|times|share|percent|%|differ|more|less|higher|lower|growth|grew|increas|decreas|rose|fell/iu;

/** Words for the sign of a balance: they name none. */
export const SIGN_WORD =
  /^(?:マイナス|プラス|赤字|黒字|minus|plus|negative|positive|deficit|surplus|in the (?:red|black))/iu;

/** Words that say a balance is below zero, and the name of a balance that only sounds like one. */
export const LOSS = /赤字|不足額|純損失|損失|deficit|shortfall|net loss\b(?! or)|in the red/iu;
export const MOST = /最も(?:多|高|大き|長)|最多|最大|最高|highest|most\b|largest|greatest|longest/iu;
export const LEAST = /最も(?:少な|低|小さ|短)|最少|最小|最低|lowest|fewest|least\b|smallest|shortest/iu;
/** Where what was called the highest ends: in Japanese the word follows its figure. */
export const EXTREME_END = /[、;；]|\b(?:and|but|while|whereas)\b/iu;
/** A rank other than the first is no extreme. */
export const RANKED =
  /(?:highest|lowest|most|fewest) first|(?:多い|少ない|高い|低い)順|number \d|\d\s*(?:番目|位)|second|third|fourth|fifth|次いで|次に/iu;
/** Between a rank and the name of who has it. */
export const HOLDS = /^\s*(?:は|の|が|:|is|was)?\s*(?:the\s+)?$/iu;

/** Around a total of which the sentence names a part. */
export const TOTAL_BEFORE = /(?:\bof|\ball|\btotal(?: of)?|全|全体|計|合計)\s*$/iu;
export const TOTAL_BEHIND = /^\s*(?:のうち|の内|中|in all|in total|,? of which)/iu;

/** One status became another. */
export const BECAME = /→|->|から|変わ|変更|移行|from\b|to\b|became|moved|changed/iu;

/** Proportions in words: calculated by whoever says them. */
export const PROPORTION =
  /半数|半分|半減|過半|大半|倍増|[二三四五六七八九十\d]分の[一二三四五六七八九十\d]|\b(?:half|halved|twice|doubled?|tripled?|a third|a quarter|two thirds|majority)\b/giu;

/** Numbers in English words that count something. */
export const NUMBER_WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
};

/** Words that state the status of an item, and those that do so only beside a word for status: work is carried out, too. */
export const STATES_STATUS =
  /^[○〇◯△▲×✕―]$|実施済|一部(?:のみ)?実施|未実施|未着手|次年度以降|(?:partially|partly|not|fully|un)\s?implemented|later year/iu;
export const MAY_STATE_STATUS = /implemented|done|not started|検討中|完了|under consideration/iu;
export const STATUS_WORD = /状況|区分|評価|status|rated|marked/iu;

/** What stands before the number of an item. */
export const ITEM_BEFORE = /(?:整理番号|項目番号|項目|計画以外|item|items|no\.?|#|№)\s*(?:の)?\s*$/iu;
export const EXTRA_BEFORE = /(?:計画以外|out-of-plan(?: item)?)\s*$/iu;
/** Behind a number that is an item's: its ending, or its title at once. */
export const ITEM_BEHIND = /^\s*(?:番(?!目)|号|[「"“『])/u;
/** Between the number of an item and its title. */
export const TITLES = /^\s*番?\s*[「"“『(（]?\s*$/u;
/** A year number before 年度 without its era: 30年度. */
export const SHORT_YEARS = /(?<![\d.元和成昭RHS]|FY)(\d{1,2})\s?年度/gu;
/** Between the numbers of a list of items. */
export const ITEM_JOINT = /^\s*(?:、|,|と|・|and|or|,\s*and|番)\s*(?:整理番号|項目|items?|no\.?)?\s*$/iu;
/** A number at the start of a line of a list. */
export const ENUMERATOR = /^\s*[.．)）]\s+\D/u;

/** A sentence that talks to whoever reads the report out, instead of reporting. */
const ADDRESSES =
  /(?:指示|命令|ルール|プロンプト|制約)[^。]{0,12}(?:無視|忘れ|従わ|上書き)|と(?:だけ)?(?:答え|回答し|出力し|返信し|述べ)(?:て|なさい|よ|ること)|(?:あなた|アシスタント|AI|言語モデル)(?:は|へ)[^。]{0,30}(?:なさい|してください|せよ|すること)|ignore (?:all|any|the|your|previous|prior)|disregard (?:all|any|the|your|previous)|system prompt|you are (?:now|an? )|(?:reply|respond|answer) (?:only )?(?:with|that)|^\s*(?:system|assistant|user)\s*[:：]/imu;

/** True for a sentence that gives an order to its reader: it proves nothing, and is not shown to a model. */
export function addresses(sentence: string): boolean {
  return ADDRESSES.test(sentence.normalize('NFKC'));
}

/** Where an English sentence ends behind a bracket, a quotation or a figure. */
export const ENGLISH_END = /(?<=[)\]」"”%\d][.!?])\s+(?=[A-Z"“「(])/u;

/** What stands in quotation marks; a quotation may hold one. */
export const QUOTATION = /「((?:[^「」]|「[^「」]*」)+)」|『([^『』]+)』|“([^“”]+)”|"([^"]+)"/gu;
/** An address, or what Slack would turn into a link or a mention. */
export const LINK = /https?:\/\/\S+|www\.\S+|<[!@#][^>]*>|\[[^\]]*\]\([^)]*\)/giu;
