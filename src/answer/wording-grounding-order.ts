/** Words by which a sentence says what rose, fell, leads, or lies above something else. */

export const RISES =
  /増|上が|上げ|上昇|伸び|拡大|多く|多い|長く|長い|高く|高い|高まり|上回|rose|rise|rising|\braise[sd]?\b|increas|grew|grow|higher|more|up\b|gain|exceed|climb/iu;
export const FALLS =
  /減|下が|下げ|低下|縮小|縮ま|短縮|短く|短い|少なく|少ない|低く|低い|下回|落ち|fell|fall|decreas|declin|drop|lower|less|fewer|down\b|shr[aiu]nk|below|reduc|\bcuts?\b|\bsav(?:e|es|ed|ing)\b|dipped|\blost\b/iu;
/** Before a rate that is counted downwards, or upwards. */
export const RATE_BEFORE =
  /(?:(?<down>減少率|低下率|下落率|削減率|減少幅|rate of decrease|rate of decline)|増加率|上昇率|伸び率|増加幅|growth rate|rate of increase)(?:は|が|で|[:：]| (?:is|was|of))?\s*(?:約|およそ|about )?\s*$/iu;
/** Between what a figure was and what it became, anywhere in a line. */
export const HAS_ARROW = /→|->/u;
/** All that stands between two figures of a chain of them. */
export const ARROW_BETWEEN = /^\s*(?:→|->)\s*$/u;
/** Right before what it became. */
export const ARROW_END = /(?:→|->)\s*$/u;
/** Behind what a figure was, before what it became. */
export const ARROW = /^\s*(?:→|->|to\b)/iu;
/** In brackets behind a year: how much a figure moved, before what it was and became. */
export const MOVED_BY = /^[)）]?\s?[（(][^（）()]*(?:減|増|低下|上昇|\bdown\b|\bup\b)[^（）()]*[、,]\s*$/iu;
/** From the first to the last year of what was told. */
export const OVER_PERIOD =
  /この間|その間|期間(?:全体|中|を通)|\bover (?:the|this) (?:whole )?(?:period|span|five years)\b|\bover that time\b/iu;
/** Between above or below and the limit: the printed average of 5. */
export const LIMIT_NEXT =
  /^(?: the| its| that of)*[\s(]*(?:(?:printed |reported |overall |stated )?average (?:of )?)?(?:about )?$/iu;
/** Behind so much by which something is less. */
export const LESS_BEHIND =
  /^\s*(?:の)?(?:ほど|程度)?(?:減|低下|下が|削減|縮小|少な|下回|less|lower|fewer|decrease|reduction|cut)/iu;
/** Before it in English. */
export const LESS_BEFORE = /\b(?:cut|reduced|lowered|decreased|trimmed|down|fell|declined) by (?:about |around )?$/iu;
/** Behind an amount that is paid, and not saved. */
export const COSTS = /^[^、。\d]{0,4}(?:で済|かか|が必要|とな[りっる]|にな[りっる])/u;
/** Better and worse say which way a balance of money went, and only of that. */
export const IMPROVES = /改善|improv/iu;
export const WORSENS = /悪化|worsen|deteriorat/iu;

/** Words without which a difference or rate is taken for the figure itself. */
export const CHANGES =
  /差|変化|変動|増|減|推移|伸び|上が|下が|上昇|低下|改善|悪化|縮小|拡大|縮ま|上回|下回|多[くい]|少な[くい]|高[くい]|低[くい]|長[くい]|短[くい]|横ばい|change|differ|growth|grew|rose|rise|fell|fall|declin|drop|increas|decreas|up\b|down\b|more|less|higher|lower|gain|lost|minus|above|below|unchanged|shr[au]nk/iu;
export const SUMS =
  /合計|総計|総額|合わせ|計\s*\d|計は|全部で|total|\bsum\b|together|combined|altogether|\bc[oa]mes? to\b|amount(?:s|ed)? to|adds? up to|in all\b|[+]/iu;
export const AVERAGES = /平均|average|\bmean\b/iu;
export const RATIOS = /倍|割合|比率|占め|構成比|当た|[÷/]|ratio|times|share|percent|%|proportion/iu;
export const DIFFERS =
  /差|比べ|より|上回|下回|増|減|[−-]|differ|more|less|higher|lower|gap|than|above|below|growth|grew|increas|decreas|rose|fell/iu;
/** A rate of every year, which a change from one year to another is not. */
export const EVERY_TIME =
  /毎年|年々|ずつ|年平均|年率|1(?:年|か月|月)(?:当たり|あたり)|every year|each year|per year|a year\b(?! (?:before|earlier|ago))|annually|per annum|yearly|year after year/iu;
/** The figure of a month or a week, before and behind a number. */
export const PER_BEFORE =
  /(?<!\d)(?:月|週|日|毎月|月間|月平均|1か月|一か月|ひと月)(?:に|で|当たり|あたり)?\s*(?:約|平均)?\s*$/u;
export const PER_BEHIND = /^\s*(?:\/|per |a |each |every )\s*(?:month|week|day)\b|^\s*(?:\/|毎)(?:月|週|日)/iu;

/** The year before the one that was named, this year, and those before this. */
export const YEAR_BEFORE =
  /前(?:年度?|の年度?|の年)(?!並)|the (?:previous|preceding|prior) (?:fiscal )?year|the year before(?! last)|a year (?:before|earlier)/giu;
/** The year before, up to what is said to lie above or below it. */
export const YEAR_BEFORE_END = /前(?:の)?年度?$/u;
/** The last so many years. */
export const LAST_YEARS = /直近の?(\d)(?:か)?年|\b(?:last|latest) (\d) years\b/iu;
/** The year behind the one that was named. */
export const YEAR_AFTER = /翌年度?|the following (?:fiscal )?year|the year after/giu;
/** Right before a number of the year before. */
export const OF_YEAR_BEFORE = /(?:前年度?|昨年度?)の$/u;
export const THIS_YEAR = /今年度|本年度|this (?:fiscal )?year/giu;
export const TWO_YEARS_AGO = /一昨年度?|おととし|two (?:fiscal )?years ago|the year before last/giu;
export const LAST_YEAR = /(?<!一)昨年度?|last (?:fiscal )?year/giu;

export const MOST =
  /(?:最も|一番|もっとも)(?:多|高|大き|長)|最多|最大(?!限)|最高|トップ|首位|ピーク|highest|(?<!\bat )\bmost\b(?! recent| of (?:(?:the|its|these|those) )?(?:\w+ )?(?:items|measures|sections|accounts|pillars|workplaces|offices)\b| of (?:them|these|those)\b)|largest|greatest|longest|biggest|\btopped\b|\btops\b|\bpeak|\bleads?\b(?! to\b)|\bled the\b/giu;
export const LEAST =
  /(?:最も|一番|もっとも)(?:少な|低|小さ|短)|最少|最小(?!限)|最低(?!限)|最下位|ワースト1位|底(?=で|と|に)|lowest|fewest|(?<!\bat )\bleast\b|smallest|shortest|bottomed/giu;
/** Behind such a word: who has it is named next. */
export const NAMED_NEXT =
  /^[^、。,.;\d]{0,12}?(?:のは|のが|年度は|課は|会計は|体系は|項目は|は、?|[:：]|\b(?:was|were|is|are)\b)/iu;
/** Which year or who moved most, told by the amount: 減少が最も大きい. */
export const STEP_MOST =
  /(?:(?<down>減少|下げ|低下|落ち込み|減り方|(?<!増)減|マイナス)|増加|上げ|上昇|伸び|増え方|増(?!減))(?:幅|額)?(?:が|の|は)?(?:最も|一番|いちばん|もっとも)大き/gu;
/** Who rose or fell most, and which is furthest on or behind. */
export const MOVED_MOST =
  /(?:最も|一番|いちばん|もっとも)(?:大きく|大幅に)?(?:(?<up>上が|上昇|増え|増加|伸び)|(?:下が|低下|減っ|減少|落ち))|(?:(?<rose>rose|increased|grew|gained|climbed)|(?:fell|decreased|dropped|declined|shrank)) (?:by )?(?:the )?most\b|(?:largest|biggest|greatest) (?:(?<rise>rise|increase|gain)|(?:fall|decrease|drop|decline))/giu;
export const FURTHEST =
  /(?:最も|一番|いちばん|もっとも)(?:取組が)?(?:遅れ|遅い|(?<ahead>進んで|進んだ|進捗し))|furthest behind|most delayed|slowest|(?<first>furthest (?:ahead|along)|most advanced)/giu;
/** The subject of such a word: who is followed by が, or the possessor of what is. */
export const HAS_IT = /^(?:の[^、。はが]*)?(?:[(（][^)）]*[)）])?が/u;
/** Behind the name of what a sentence is about. */
export const IS_TOPIC = /^(?:[(（][^)）]*[)）])?(?:で)?は/u;
/** Right behind such a word the year in which it was so is named; whose it is; a verb that says it of years. */
export const WHEN_NEXT =
  /^\s*(?:point |level |figure |value )?(?:was |is )?(?:reached )?(?:in|at|during)\s+(?:the )?$/iu;
export const WHOSE_NEXT = /^[^.;,]{0,48}(?<!\b(?:that|those) )\b(?:of|for)\s+(?:the\s+)?$/iu;
export const PEAKS = /peak|bottom|ピーク|底/iu;
/** A rate of growth, and no amount. */
export const RATE = /率/u;
/** How much one figure grew, set against how much another did: 費用の伸びが収益の伸びを上回る, 歳出の伸びのほうが大きい. */
export const GROWTHS =
  /(?<one>[\p{Script=Han}\p{Script=Katakana}ー]{2,})の(?:伸び|増加)(?:率|幅)?(?:が|は)、?(?<other>[\p{Script=Han}\p{Script=Katakana}ー]{2,})の(?:伸び|増加)(?:率|幅)?(?:を(?:(?<over>上回|超え)|下回)|より(?:も)?(?:(?<more>大き|高)|小さ|低))|(?<lone>[\p{Script=Han}\p{Script=Katakana}ー]{2,})の(?:伸び|増加)(?:率|幅)?の?(?:ほう|方)が(?:(?<most>大き|高)|小さ|低)/gu;
/** A question that is left open: whether it is so. */
export const LEFT_OPEN = /[^、。]*か(?:どうか|否か|という(?:評価|判断|記載|分析))(?=[^。]*(?:ない|ません|なく))/gu;
/** Behind or before names that are told in the order of their figures. */
export const IN_ORDER =
  /(?:(?<many>大き|多|高|長)|(?<few>小さ|少な|低|短))い順|の順(?:に|で|と)|順位順|\bin (?:that |descending |ascending )order\b/iu;
/** Between two figures of a chain of years: 804、563、 or 804 million, 563 million and finally 433 million. */
export const CHAIN_JOINT =
  /^\s*(?:から|→|->|、|,|・|\/|と|;|,?\s*(?:and|then|to)(?: finally| then)?|\band\b)\s*(?:finally |then )?[¥￥]?\s*[△▲−-]?\s*[¥￥]?$/iu;
/** Between a year and the first figure of such a chain, and between its last one and the way that it went. */
export const YEAR_OF_CHAIN = /^[^、,;:。]{0,30}$/u;
export const CHAIN_MOVES = /^(?:と|へと|まで)?(?:年々|毎年度?|順に|順調に|大きく)?$/u;
/** Between the second of two figures and the way that it went. */
export const PAIR_MOVES = /^(?:へ|に|まで)(?:の|と|、)?(?:大きく|大幅に)?$/u;
/** Before a year that something is compared with. */
export const COMPARED_ENGLISH =
  /(?:\bthan (?:in |at the end of )?|\b(?:compared (?:with|to)|relative to|against|improved on|up on|down on|over|since|from) )(?:the )?$/iu;
/** Right before the first of two figures, from 5 to 7, and the first of two anywhere. */
export const LEAVES = /\bfrom (?:about |around |roughly )?[¥￥]?\s*[△▲-]?$/iu;
export const FROM_TO = /\bfrom (?:about |around |roughly )?[¥￥]?[△▲-]?\d[^;]*\bto\b/iu;
/** Before a figure that another came from, without its year. */
export const UP_FROM = /[(,]\s*(?:up|down) from (?:about |around )?[¥￥]?\s*$/iu;
/** Behind the name of who stands before the one that is spoken of: A課に次いで. */
export const COMES_BEFORE = /^\s*(?:[(（][^()（）]*[)）])?に(?:次[いぐ]|続[いくき])|^\s*(?:[(（][^()（）]*[)）])?の次/u;
/** What comes after the first. */
export const NEXT_RANK = /次いで|次に|続いて|続く|followed by|\bthen\b|\bsecond\b/iu;

const HOW_MUCH = '(?:大きく|大幅に|わずかに|やや|少し)?';
const BY = '(?:[\\d.]+(?:[百千万億]*円|時間|ポイント|%|項目|件|人|名|日)(?:も|ほど|分)?)?';
/** What a value is said to lie above or below, right before these words. */
export const LIES = new RegExp(
  `(?:を|も)${HOW_MUCH}(?:(?<over>上回|超え)|下回|割り込)|` +
    `よりも?${HOW_MUCH}${BY}(?:(?<more>多|高|大き|長)|少な|低|小さ|短)|` +
    `(?:から|に比べて?|と比べて?|よりも?)(?:${HOW_MUCH}|も)、?(?:(?<rose>増え|増加|上昇|伸び)|減|低下|下が)`,
  'gu',
);
/** Which of two that were named it is, by its name right before these words. */
export const CHOSEN = new RegExp(
  `(?<choice>の?(?:方|ほう)が)(?:[^、。\\d]{1,12}?が)?${HOW_MUCH}(?:(?<more>多|高|大き|長|上回)|少な|低|小さ|短|下回)|` +
    `が${HOW_MUCH}(?:(?<over>上回)|下回)(?!るの|ったの|っているの)`,
  'gu',
);
/** Behind such words: whose value that is follows. */
export const WHOSE_FOLLOWS =
  /^(?:る|った|た|い|かった|っている|ている|って?いた|く(?:なって)?(?:いる)?)+(?:のは|のが|課は|項目は|会計は|年度は|職場は|\s*(?=\d))/u;
/** Between a limit and the first figure that is said to lie beyond it. */
export const LIMITS =
  /^を(?:上回|超え|下回|割り込)(?:る|った|た|っている|ている|んだ|んでいる)(?:の|もの|(?:課|会計|項目|年度|職場|体系|分野))(?:は|が)[^。\d]*$/u;
/** English comparisons: what the value lies above or below follows. */
export const LIES_ENGLISH =
  /\b(?:(?<over>above|higher than|more than|greater than|longer than|exceed(?:s|ed|ing)?|up from|surpass(?:es|ed|ing)?)|(?:below|lower than|less than|fewer than|shorter than|under|down from))\b/giu;

/** Between such a word and the name of what it is compared with. */
export const NAMES_NEXT = /^\s*(?:the |its |their |that of |in |that )*$/iu;
/** What a figure behind a comma or in brackets is the figure of: its revenue, 5. */
export const APPOSED = /^[^,;.()]{0,60}[,(]\s*(?:(?:at|about) )?[¥￥]?$/iu;

/** Behind the second of two figures of which the first became the second. */
export const BECOMES =
  /^[)）]?\s*(?:に|へ|まで|と)(?:[^、。\d]{0,8}?)(?:(?<up>増|上が|上昇|伸び|拡大|高ま|回復)|(?<down>減|下が|低下|縮小|落ち|落ち込)|(?<better>改善)|(?<worse>悪化))/u;
export const BECAME_ENGLISH =
  /\b(?:(?<up>rose|risen|rises?|rising|increased?|increasing|increases|grew|grown|growing|climbed|went up)|(?<down>fell|fallen|falls?|falling|decreased?|decreasing|decreases|declined?|declining|dropped|dropping|dipped|shrank|shrunk|went down)|(?<better>improved|improving)|(?<worse>worsened|deteriorated))\b/giu;

/** Between such a verb and what something became, and where what it was stands between them. */
export const TO_ENGLISH = /^(?: back)? to (?:about |around )?$/iu;
export const FROM_TO_ENGLISH = /^ from\b.*\bto\b[^,;]*$/iu;

/** Moves of a figure, told with or without an amount; better and worse are ups and downs of what is good to have. */
export const MOVES =
  /(?<wave>増減(?:を繰り?返|し(?:て|な|まし)|が(?:見られ|あり(?!ません)|ある))|上下(?:し|を繰り?返|動し)|(?:大きく|激しく|小刻みに)変動|変動(?:し|を繰り?返|が(?:大き|激し))|乱高下|一進一退|浮き沈み)|(?<up>増加|増え(?!方)|増やし|増し(?:て|まし|た)|(?<!引き?|値|立ち|仕|売り?|繰り?|打ち?|以)上が(?!り框)|上昇|上向|伸び(?!率|が|を|は|の)|拡大し|右肩上がり|急増|倍増)|(?<down>減少|減っ|減り(?!方)|減る|減らし|(?<!引き?|値)下が|低下|縮小し|落ち込|右肩下がり|急減|半減)|(?<better>改善し|改善され|改善を続|改善傾向|改善が(?:見|進)|回復|好転|持ち直)|(?<worse>悪化|後退)|(?<flat>横ばい|横這い|安定し|(?:増減|変動|変化)(?:は|が)?(?:な|ありま(?=せん))|変わらな|変わって(?:い)?(?:な|ま)|変わりあり|変わらず)/gu;
/** The same in English, where the verb stands without the amount. */
export const MOVES_ENGLISH =
  /\b(?:(?<wave>fluctuat(?:es|ed|ing|ions?)|went up and down|gone up and down|ups and downs|zigzag\w*|see-?saw\w*|varied from year to year)|(?<up>rose|risen|rises?|rising|increased?|increasing|increases|grew|grown|grows|growing|climb(?:s|ed|ing)?|went up|gone up|upward)|(?<down>(?:fell|fallen|falls?|falling)(?! (?:into|on|onto|within|under|short|due|outside|in (?:the|that) (?:budget|period|middle))\b)|decreased?|decreasing|decreases|declin(?:e|es|ed|ing)|(?<!\b(?:was|were|be|been) )dropped|dropping|drops|dipped|shrank|shrunk|went down|gone down|downward)|(?<better>improv(?:e|es|ed|ing|ement)|recover(?:s|ed|ing|y)?|rebound(?:s|ed)?)|(?<worse>worsen(?:s|ed|ing)?|deteriorat(?:es|ed|ing))|(?<flat>stable|unchanged|flat|steady|constant|remained the same|stayed the same|did not change|has not changed|no change))\b/giu;
/** A move that goes on year after year. */
export const STEADY =
  /毎年|年々|続け|続い|一貫|連続|伸び続|ずっと|常に|右肩|を通じて|通して|年間(?:とも|すべて|全て|いずれも|ずっと)|(?:どの|いずれの|すべての|全ての|各)年度?も?|年度とも|年とも|every year|each year|year after year|year by year|steadily|continuously|consistently|always|consecutive|in a row|throughout|keeps? |kept /iu;
/** A number of years one after another. */
export const STREAK =
  /(\d+)\s?(?:か)?年(?:間|度)?(?:連続|続けて|続け、|続いて)|(\d+|two|three|four|five) (?:consecutive|straight) years|(\d+|two|three|four|five) years in a row/giu;
/** Behind a year from which on something holds. */
export const SINCE =
  /^[)）]?\s*(?:(?:の[^、。\d]{0,4}[\d,]+[^、。を]{0,6})?を(?:ピーク|境|底|頂点|最後)に|(?:から|以降|以来|より|[とに]比べ|比)|の[^、。\d]{0,4}[\d,]+[^、。]{0,4}(?:以降|以来))|\bsince\b/u;
/** Behind a year of which the figure is told that it went on from. */
export const FROM_FIGURE = /^[)）]?末?の[^、。\d]{0,6}[\d.]+[^、。\d]{0,6}(?:から|より|[とに]比べ)/u;
export const FROM_FIGURE_ENGLISH = /\bfrom [¥￥]?[\d.]+[^,;\d]{0,24} in (?:the )?$/iu;
export const SINCE_ENGLISH = /\bsince\b/iu;
/** Behind a move that went on: the figures of the years follow. */
export const FIGURES_FOLLOW = /^[^.;。:：,、(（\d]{0,24}(?::|：|[,、(（]\s*(?:from )?[¥￥]?\d)/iu;
/** From the year on that was named last. */
export const SINCE_THEN = /その後|それ以降|それから|以後|since then|after that|afterwards|thereafter/iu;
/** Behind a year up to which something holds. */
export const UNTIL = /^[)）]?\s*(?:末)?まで/u;
/** Before a profit or loss that was made, and is not only named. */
export const MADE = /\b(?:a|made|posted|in|at a|with a|booked|recorded) (?:net )?$/iu;
/** What figures are compared with was named before. */
export const IT = /^ (?:it|this|that)\b(?! of)/iu;
/** The same in Japanese, right before such a word. */
export const IT_BEFORE = /(?:これ|それ|同値|その値)$/u;
/** Between figures that are said of different things. */
export const BREAKS = /で、|だが|ですが|一方|。|;/u;

/** A number of the question that a tool was called with may be said as a condition. */
export const CONDITION_BEHIND =
  /^\s*(?:[をに]?(?:超|越え)|以上|以下|未満|より|を?上回|を?下回|位|課|職場|件|項目|つ|番|人|or more|or less|or fewer|and above|and below)/iu;
export const CONDITION_BEFORE =
  /(?:over|above|below|under|than|least|most|top|first|exceed(?:s|ed|ing)?|上位|下位|ワースト|トップ|約)\s*[¥￥]?\s*$/iu;
/** Behind a rank: from which end it counts. */
export const RANKED_BEHIND =
  /^(?:に|の)?[\s-]*(?:(?<high>多|高|大き|長|highest|largest|most|longest)|(?<low>少な|低|小さ|短|lowest|smallest|least|fewest|shortest))/iu;
/** Behind a word for the highest: it is one of several. */
export const MANY =
  /^(?:\s[a-z-]+){0,3}\s(?:rates|figures|values|totals|numbers|shares)\b|^(?:い|かった|く)?\s*(?:順|\d+\s?(?:つ|課|職場|会計|項目|件|部署|か?年|sections?|accounts?|years|items|departments)|[二三四五六七八九十]つ?の|課の|職場の)|^\s*(?:first|recent)/iu;
/** Before it: it is not the first, or several have it. */
export const RANK_BEFORE =
  /(?:second|third|fourth|fifth|next|2nd|3rd|\d(?:番目に|位の))[\s-]*$|(?:sections|departments|divisions|accounts|workplaces|offices|years|items|those|ones)\s+with\s+(?:the\s+)?$|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\s+(?:[a-z-]+\s+)?(?:had|have|with|showed|recorded|reported)\s+(?:the\s+)?$/iu;
/** Said of what leads: that it does so among all of its kind, whatever year is named beside. */
export const AMONG_KIND =
  /(?:職場|課|部署|会計|体系)(?:の中|のうち|の内|中)で?[^、。\d]{0,4}$|\bamong (?:all |the )*(?:sections|departments|offices|workplaces|accounts|pillars)[^.,;\d]{0,12}$/iu;
/** The highest of those named, not of all. */
export const AMONG = /うち|中で|なかで|上位|ではなく|among|of the (?:two|three|four|five|six)|of these|of those|top/iu;
/** All that there are, and not only those that are named. */
export const OF_ALL =
  /全(?:職場|部署|課|会計|体系|項目|\d+\p{Script=Han}+)(?:の(?:中|うち|内)|で)|\bof all\b|\bamong all\b/iu;
/** A denial right before a word, in English. */
export const DENIED_BEFORE = /\b(?:not|no|never)(?: a)? $/iu;
/** And right behind it. */
export const DENIED_SOON = /^[^、。,;\d]{0,8}?(?:ません|ない|なく(?!な)|なかった)|^\s*(?:not|never)\b/iu;
/** Between such words and the name of the other, or its name in the report in brackets. */
export const THAN_WHOM = /^[^.;,\d]{0,16}$|^[^.;,\d()]{0,60}\($/u;
/** Between two figures of which the first became the second. */
export const TURNED_INTO = /から|より|→|\bto\b/iu;
/** English comparisons of two that are named: more overtime than the other. */
export const THAN =
  /\b(?:(?:(?<over>more|longer|higher|greater|larger)|(?:less|fewer|shorter|lower|smaller))\b[^.;,\d]{0,40}?\bthan\b(?! in\b)|(?<beyond>exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|above)\b|(?:below|fell short of)\b)/giu;

/** The turn told between two figures: 143から大きく改善し、2. */
export const TURN_BETWEEN =
  /から[^、。\d]{0,8}?(?:(?<up>増加|増え|上昇|上がり|伸び)|(?<down>減少|減り|減って|低下|下がり)|(?<better>改善)|(?<worse>悪化))/u;
/** Right before words that compare: the average, which needs no name. */
export const AVERAGE_END = /(?:平均値?|the average)$/iu;
