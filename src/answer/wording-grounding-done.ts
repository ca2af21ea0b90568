/** Words by which a sentence says that something was done, and by which a text says that it was not, or not yet. */

/** Where a clause says that something was done. */
export const DONE =
  /[いきぎしちにびみりえけげせてねべめれ]まし?た(?!い|ら)|(?:した|された|行った|終えた|始まった)(?=。|$)|(?:すでに|既に)[^、。]{0,24}て(?:い)?(?:ます|る)|済みです|完了(?:し|です|とな)[^、。]{0,6}|(?:終え|済ませ)て(?:い)?ます|\p{Script=Han}{2}(?:を)?(?:し|され)(?=、)|(?:行い|行われ)(?=、)|(?:導入|開始|運用|稼働|利用|活用|開設|供用|配置|設置)(?:を)?(?:され|し)て(?:い)?ます/gu;
/** Such words that go on to the next clause. */
export const LINKED = /(?:し|され|行い|行われ)$/u;
/** Where what is linked goes on about something else as well: し、Yについても検討. */
export const GOES_ON_WITH_MORE = /(?:について|に対して|に関して|の)?も(?:検討|調整|準備|予定|目指)/u;
/** What was done: the noun before such a verb. */
export const ACTION_DONE =
  /(\p{Script=Han}{2}|\p{Script=Katakana}{2,}|化)(?:を|が|は|も)?(?:実施)?(?:し|され|行い|行われ|行っ|完了|済み|済ませ|終え)(?:まし|て)?/gu;
/** What a sentence leaves open by itself. */
export const OPEN =
  /見送|中止|延期|な(?:い|く|かった)|ません|せず|おらず|予定(?!どおり|通り)|構築中|(?:検討|準備|調整|実験|依頼)(?!(?:を)?(?:済|(?:し|行い|行っ|され)(?:まし)?た))|目指|見込|今後|困難|据え置|方針(?![はをがにの])|課題/u;
/** Between what was not done and what was. */
export const CONTRAST = /(?:た|す|の)が、|ものの、|一方で?、/u;
/** A text that says something was not done, or will be. */
export const UNDONE =
  /見送|中止|延期|至ってい?ない|至らな|(?:し|行わ|せ|でき)な(?:かった|い)|予定(?:である|している|としている|で)|構築中|調整中|準備中|検討(?:して|を行って|中|する|し、)|準備を進め|実証実験|困難|据え置|目指(?:し|す|して)|(?:月|年度?|末)(?:から|より|に)[^。]{0,80}(?<!て)(?:する|れる|なる)。?$/u;
/** Nouns of what is not done yet. */
const IS_OPEN_NOUN = /検討|調整|準備|協議/u;
/** The same thing told as done in the text; what is linked to the rest of its sentence is as open as that. */
export function isDoneIn(sentence: string, noun: string): boolean {
  return new RegExp(
    `${noun}(?:を|が|は|も)?(?:実施)?(?:し|行い|行っ|され|行われ)(?:た|て(?!いく)|、(?!.{0,120}(?:${UNDONE.source})))${IS_OPEN_NOUN.test(noun) ? '' : `|において${noun}、`}`,
    'u',
  ).test(sentence);
}
/** Without doing something. */
export const NEGATED_MANNER = /(\p{Script=Han}{2})(?:を)?(?:することなく|することな[しい]に|せずに?)/gu;
/** What something was changed into, or back to. */
export const TURNS_TO =
  /([\p{Script=Han}\p{Script=Katakana}ー]{3,24})(に|へ)(?:戻|変更|変え|変わ|移行|切り?替|転換|改め)/gu;
/** What is wanted, not what was done. */
export const AIM = /検討|図る|図り|目的|予定|目指|見据え|つなげ|ため(?:に|、|です)/u;
/** The first or second of several. */
export const STAGE = /(\d+)次(?!年|期)[\p{Script=Han}]*/gu;
/** Nouns for what text is about, in katakana, that say nothing by themselves. */
export const COMMON_LOANS: ReadonlySet<string> = new Set(
  'ポイント データ テーマ スケジュール メリット サポート システム サービス ルール チェック ケース レベル プラン リスト タイトル グループ チーム メンバー コスト コロナ ウイルス ニーズ アイデア イメージ ペース バランス トップ マーク パーセント マイナス プラス センター マネジメント カード ページ テスト スタート ストップ アップ ダウン ゼロ スマートフォン'.split(
    ' ',
  ),
);
/** What is included, or left out, by the last two characters of its name: 市営住宅を含めた, 固定経費を除く. */
export const INCLUSION =
  /(?<noun>[\p{Script=Han}\p{Script=Katakana}ー]{2})(?:等|など)?(?:を|は|も)(?:(?<in>含[めむみんま])|(?:除[くいき]))/gu;
