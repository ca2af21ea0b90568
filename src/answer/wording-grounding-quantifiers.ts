/** Words by which a sentence speaks of all, none, one alone or most of several, and what it may say of them. */

export const ALL =
  /すべて|全て|いずれも|(?:どの|いずれの)(?:項目|職場|課|会計|体系|年度?)も|毎年|常に|ずっと|一貫して|全部(?![署局で])|全(?:項目|職場|会計|体系|\d+(?:項目|件|職場|会計|課))(?:が|で|とも|は|に|を|の(?!中で|うち|内で))|(?<=会計|課|職場|年間|年度|か年|項目|体系|件)とも(?!に)|(?<!\b(?:in|at|of) )\ball\b(?! (?:in all|\w+:))|\bevery\b|\balways\b|\bthroughout\b|どちらの(?:会計|課|職場|体系|項目)も|\beach (?:of|section|account|pillar|item)\b/iu;
/** It means those that were named before, and not everyone. */
export const REFERS_BACK =
  /^(?:いずれも|どれも|(?:すべて|全て)(?!の)|all(?: of (?:them|these|those)\b| belong\b| are\b))/iu;
/** Behind the number of all that were told: 3項目とも. */
export const COUNTED_ALL = /^(?:とも|は?、?(?:いずれも|すべて|全て|どれも))/u;
/** All but those that are named next. */
export const ALL_BUT = /\ball (?:but|except)\b|を除く(?:すべて|全て|全)|以外(?:は|の[^、。]{0,6})(?:すべて|全て|全)/iu;
export const NEARLY_ALL =
  /ほとんど|大部分|ほぼ(?:全|すべて)|大半|almost all|nearly all|\bmost (?:of (?:(?:the|its|these|those) )?(?:\w+ )?(?:items|measures|sections|accounts|pillars|workplaces|offices)|of (?:them|these|those)|items|measures|plan|sections|accounts)\b|vast majority/iu;
/** Nothing of several, beside a status; and of figures, where it has to be said of what. */
export const NONE =
  /(?:項目|もの|取組|件)?(?<!で)(?:は|も)(?:1(?:件|つ|項目)も|一つも|一件も|ひとつも)?(?:ありません|存在しません|なく|ない|ゼロ)|(?<![\d])0(?:件|項目)|\bnone\b|\bno (?:plan )?(?:items?|measures?)\b|not (?:a single|any)\b/iu;
export const NONE_OF_FIGURES =
  /(?:年度?|職場|課|会計|もの|体系|部署)(?:は|も)(?:1つも|一つも|ひとつも)?(?:ありません|存在しません|ない|なく|なかった)|一度も|1度も|\bnone\b|\bnever\b|\bno (?:sections?|accounts?|years?|pillars?|offices?|workplaces?)\b(?! (?:was|were|is) (?:given|named|said|stated))|\bnot (?:a single|any|once)\b/iu;
export const ONLY =
  /(?:だけ|のみ)(?!実施|で(?:は)?な|でも|で(?:は|も)?\s*(?![すしあは、。])[^、。\s])|唯一|(?<!not )\bonly\b(?! (?:then|after|about|\d))|\bsolely\b|(?<!\b(?:it|them|one|year|[a-z]+ing)) \balone\b(?= (?:\w+ed|has|had|have|made|was|were|is|are|saw|ran|rose|fell)\b)/iu;
/** Before and behind a number that is all there is. */
export const ONLY_BEFORE = /\bonly $/iu;
export const ONLY_BEHIND = /^(?:だけ|のみ|しか)/u;
/** All of the pillars, and that each has some item of a kind. */
export const GROUP_NEXT = /^の(?:体系|分野|柱|課|部署|職場)/u;
export const HAS_SOME = /(?:項目|もの|取組)が(?:あり|ある|見られ|含まれ)/u;
/** Between it and a number of things, which is looked up by itself. */
export const COUNT_NEXT = /^\s+(?:the )?(?:top |first )?$/iu;
/** Between it and who is alone. */
export const ONLY_IN = /^[\s(（「]*(?:in |for |at |of |the )*$/iu;
export const THE_ONLY = /(?:\bthe |唯一(?:の)?)$|^唯一/iu;
/** Behind it, where what is said of who is alone stands before. */
export const ENDS_WITH_IT = /^(?:です|でした|である|であり|となって|で(?:、|。|$)|。|\s*$)/u;
/** The years that it counts stand behind it. */
export const YEARS_NEXT = /^(?:の)?(?:各)?年(?!次)|^\s*(?:of )?(?:the |these |those )?(?:\w+ )?(?:fiscal )?years?\b/iu;
/** Behind a number of years of all of which something is said. */
export const ALL_BEHIND = /^(?:間|とも|すべて|全て|$)/u;
/** Between who is alone and the word for it. */
export const LONE_END = /^\s*(?:[(（][^()（）]*)?[)）」\s]*(?:の)?$/u;
/** It counts years, not names. */
export const OF_YEARS =
  /年(?:間|度)?(?:とも|すべて|全て|いずれも|を通じて)|(?:どの|いずれの|すべての|全ての|各)年|毎年|一度も|1度も|年度?は(?:ありません|ない|1つも|一つも)|years?\b|\bnever\b|\bonce\b|\balways\b|throughout/iu;

/** A half, with what says on which side of it a number lies. */
export const HALF =
  /(?:(?:more|less|fewer) than |over |under |at (?:least|most) |nearly |almost )?(?:a )?(?<!\b(?:first|second|latter) )\bhalf\b|半[数分](?:以[上下]|近く|[強弱]|未満|に満た|を?超|を[上下])?/giu;
export const HALF_ABOVE = /more|over|least|上|超/iu;
export const HALF_BELOW = /less|fewer|under|at most|下|満/iu;
/** Beside the half itself, which is not meant. */
export const HALF_BEYOND = /than|over|under|nearly|almost|近|[強弱満超]|を/iu;

/** The same in running text. */
export const HALF_IN_TEXT = /(?<!\d)1\/2(?!\d)|2分の1|半[分減額]/u;

/** A status that changed, and one that did not. */
export const CHANGED =
  /(?<not>変わって(?:い)?(?:ない|ません)|変わら(?:ない|ず)|変化(?:は|が)?(?:な|ありま)|unchanged|did not change|not changed)|変わ(?:り|っ)|変化し|改善し|前進し|進展し|\bchanged\b|\bimproved\b/iu;
/** Belongs to the first so many of a ranking. */
export const IN_TOP =
  /(?:上位|トップ|ベスト|ワースト)\s?(\d+)?(?:位|職場|課|部署|会計)?(?:以内)?(?:に|の中に)(?:も)?(?:入|ランク|含ま|名を連ね|位置|残|とどま|載|登場|顔を|名前が)|(?:多い|長い|高い|低い)\s?(\d+)(?:職場|課|部署|会計)(?:に|の中に)(?:も)?(?:入|含ま|名|載|残|とどま|顔を)|\b(?:among|in|within|into) the (?:top (\d+|two|three|four|five|ten)?|(\d+|two|three|four|five|ten) (?:workplaces|sections|offices) of\b|(\d+|two|three|four|five|ten) (?:\w+ )?with the (?:most|highest|longest|largest)\b)/iu;
/** The same said of something else, and one thing said to go with another: no result carries that. */
export const LIKENESS =
  /同様(?:です|でした|に(?:推移|増|減)|の(?:状況|傾向|動き))|同じ(?:傾向|動き)|likewise|the same (?:is|was|holds) (?:true|for)/iu;
export const GOES_WITH =
  /(?:多い|少ない|高い|低い|長い|短い|大きい|小さい)[^、。]{0,10}ほど|に(?:反?比例|相関|連動)|相関(?:関係)?が|\bthe (?:more|less|higher|lower|fewer|longer|larger)\b[^.;]*,? the (?:more|less|higher|lower|fewer|longer|larger)\b|correlat/iu;

/** The words for all of them in running text, right before what they are said of. */
export const ALL_IN_TEXT = /(?:すべて|全て|あらゆる|いずれ|全)(?:の|も)?$/u;
export const HAS_ALL = /すべて|全て|あらゆる|いずれも|全(?=\p{Script=Han}{2})(?![国体般])/u;
