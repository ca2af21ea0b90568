/** Questions that are answered with yes or no, by their form. */
export const POLAR = {
  /** A predicate at the end, with か or a question mark: 増えましたか, 赤字だった？, 終わってる？ */
  ja: /(?:ま(?:す|した|せん)|で(?:す|した)|だ(?:った)?|な(?=の|ん)|[たるい])(?:か(?:ね|な)?|の(?:か|ですか)?|んですか)?[?？]*[。\s]*$/u,
  /** A verb before its subject: "Did revenue rise", "Is item 3 done". */
  en: /^(?:(?:and|so|but|then|ok|well),?\s+)?(?:is|are|was|were|do|does|did|has|have|had)(?:n['’]t)?\s/iu,
} as const;
/** Whether it was so at any time: no figure by itself settles that. */
export const EVER = { ja: /こと[がはもの]?[あな]|年[がはも]?あ[るりっ]/u, en: /\bever\b/iu } as const;
/** That all of a set are so: by one that is not, it is wrong. */
export const EVERY = {
  ja: /全部|ぜんぶ|すべて|全て|全項目|全件|みんな|残らず|どれも|いずれも|どちらも/u,
  en: /(?<!\bat )\b(?:all|every|everything)\b/iu,
} as const;
/** What something means is asked, by its form. */
export const DEFINING = {
  ja: /(?:って|とは)(?:(?:何|なん|なに)(?:の意味|です|でしょう|だっけ|だろう)?か?|どういう(?:意味|こと).*)?[?？]*$/u,
  en: /^what (?:does|do|is|are) (?:a |an |the )?\S{1,3}(?: (?:mean|stand for|signify))?[?]*$/iu,
} as const;
/** Words that ask for something else than yes or no, and requests. */
export const OPEN = {
  ja: /何|なに|なん(?!です)|いく[らつ]|幾ら|どれ(?!も)|どの|どこ|どっち(?!も)|どちら(?!も)|どう|どんな|誰|だれ|いつ|なぜ|くださ|下さい|教え|おしえ|ほしい|欲しい|たい|(?<!少)ない(?:[?？]|です|の|ん)|それとも/u,
  en: /\b(?:which|what|who|whose|when|where|why|how|or)\b/iu,
} as const;
/** Before and behind a dash that is meant as a status, where no other mark stands beside it: 今年も―のままの項目. */
export const DASH_MEANT = {
  before: /(?:^|[\s、。「\p{Script=Hiragana}年度末])$/u,
  behind: /^\s*(?:の(?:まま|項目|取組|もの|件)|に(?:なっ|変)|から|って|とは)/u,
} as const;
/** Words that ask for an answer in a language: with a verb of saying, or at either end of the question. */
export const IN_LANGUAGE = {
  en: [
    /英語(?:で|に)(?:して|訳して|お願い|教え|説明|答え|回答|言って|表示|出して|まとめ|要約)[^、。?？]*/u,
    /(?:^|[\s、。])英語で(?:も)?(?=[\s、。?？]*$)|^英語で[、,]/u,
    /^(?:(?:please )?(?:answer|reply|respond|explain|say it|tell me) )?in english\b[:,.]?\s*(?:please)?/iu,
    /[,.]?\s*\bin english(?:,? please)?(?=[\s.?!]*$)/iu,
  ],
  ja: [
    /日本語(?:で|に)(?:して|訳して|お願い|教え|説明|答え|回答|言って|表示|出して|まとめ|要約)[^、。?？]*/u,
    /(?:^|[\s、。])日本語で(?:も)?(?=[\s、。?？]*$)|^日本語で[、,]/u,
    /^(?:(?:please )?(?:answer|reply|respond|explain|say it|tell me) )?in japanese\b[:,.]?\s*(?:please)?/iu,
    /[,.]?\s*\bin japanese(?:,? please)?(?=[\s.?!]*$)/iu,
  ],
} as const;
/** Between the year of a report and the word for it: 令和2年度版の報告書. */
export const EDITION = /^(?:版|年版|分|発行)(?:の)?$/u;
/** One of a series that is numbered, as plans and examinations are: 第四次, 1次は. */
export const NUMBERED_NAME = /第[一二三四五六七八九十\d]+[次期]|\d次(?=[はがものを、])/gu;
/** A percent sign that stands for the word. */
export const BARE_PERCENT = /(?<![\d.．何])\s?%/gu;
/** Nothing but a word for the next in order. */
export const BARE_NEXT = /^(?:その|じゃあ|では)?次(?:は|の)?[?？。\s]*$/gu;
/** Behind what is said not to be: 超えて|いない, 残業|してない, 赤字|ではない. */
export const NOT_BEHIND =
  /^(?:[がは]?つい)?(?:[っいえけしせてねべめれりきちにびみ])?(?:て|で)?(?:い|は|られ|れ)*(?:ない|なかった|ません)|^(?:では|じゃ|でも|で)(?:ない|ありません|なかった)/u;
/** Behind one of two that both are not: ○でも△でもない. */
export const AS_WELL = /^でも$/u;
/** Behind a clause that only leads up to the question. */
export const LEADING_CLAUSE_END = /(?<=(?:の|ん)です(?:が|けど)、)|(?<=けど、)/u;
/** The particle between a number and what it counts: 3つの課. */
export const OF = /^の$/u;
/** A section named within its office (企業局の建設課): what stands before の. */
export const WITHIN_OFFICE = /^(.{2,})の[^の]+$/u;
/** Behind a character, what makes a verb or an adjective of it, and is no particle: 入って, 来る. */
export const VERB_ENDING = /^(?![のはがをにともへでやか])[\u3041-\u309f]/u;
/** A particle that joins two things. */
export const JOINS = /^(?:と|や|及び|および)$/u;
/** That it is not only this one takes nothing out: 総務課だけではない. */
export const ONLY = /だけ|のみ|ばかり/u;
/** An adjective that says how something is: 悪い, 良くない. */
export const ADJECTIVE = /\p{Script=Han}し?(?:い|く|かっ|け)(?![\u3041-\u309f]*[るう])/u;
/** A verb in its plain form: 終える. */
export const PLAIN_VERB = /^\p{Script=Han}{1,2}[\u3041-\u309f]{0,2}[うくぐすつぬぶむる]$/u;
