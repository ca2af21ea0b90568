import type { Language } from '../answer/frame.ts';

/** Why the answer of the rules stands, though a model was asked or would have been. */
export type Failure = 'slow' | 'busy' | 'failed' | 'unusable' | 'unsupported' | 'personal';

interface AgentWording {
  /** Below every answer that a model worded. */
  byModel(model: string): string;
  fellBack(why: Failure): string;
  /** The model looked as well, and what the rules found is the nearest. */
  foundNothing(): string;
}

const japanese: AgentWording = {
  byModel: (model) =>
    `（この回答の文章は言語モデル「${model}」が作成し、数値・年度・項目・状況は報告書と照合しています。）`,
  fellBack: (why) => {
    const reasons: Readonly<Record<Failure, string>> = {
      slow: '言語モデルの応答が時間内になかったため',
      busy: '言語モデルが混み合っているため',
      failed: '言語モデルを利用できなかったため',
      unusable: '言語モデルから使える回答が得られなかったため',
      unsupported: '言語モデルの回答に報告書で確認できない内容があったため',
      personal: '個人に関する情報（電話番号、住所など）と思われる記載があり、言語モデルには送らなかったため',
    };
    return `（${reasons[why]}、定型の方法でお答えしています。）`;
  },
  foundNothing: () =>
    '（言語モデルでも調べましたが、お尋ねの内容は報告書から見つかりませんでした。上は、報告書にある最も近い内容です。）',
};

const english: AgentWording = {
  byModel: (model) =>
    `(Worded by the language model "${model}"; figures, years, items and statuses were checked against the report.)`,
  fellBack: (why) => {
    const reasons: Readonly<Record<Failure, string>> = {
      slow: 'The language model did not answer in time',
      busy: 'The language model is busy',
      failed: 'The language model could not be used',
      unusable: 'The language model gave no usable answer',
      unsupported: 'The language model said things that the report does not confirm',
      personal:
        'The question seems to hold personal data (phone number, address or the like) and was not sent to the language model',
    };
    return `(${reasons[why]}, so this is the standard answer.)`;
  },
  foundNothing: () =>
    '(A language model looked as well and did not find in the report what you ask. The above is the nearest that the report has.)',
};

/** Sentences of this room in the language of the answer. */
export function agentWording(language: Language): AgentWording {
  return language === 'ja' ? japanese : english;
}

/** Lines in which a model names sources by itself: they come from the results. */
const OWN_SOURCE = /^\s*[（(]?(?:出典|引用元|参照|sources?|references?)\s*[:：].*$/gimu;

/** A draft without markup and without sources of its own. */
export function plainDraft(draft: string): string {
  return draft
    .replaceAll(OWN_SOURCE, '')
    .replaceAll(/\*\*|__|`+/gu, '')
    .replaceAll(/^#{1,6}\s+/gmu, '')
    .replaceAll(/^\s*[-*•]\s+/gmu, '・')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}
