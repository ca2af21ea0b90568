import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, escapeText, readText } from '../../../src/slack/views/escape.ts';
import { hostileText } from './support.ts';

/** What Slack makes of the `text` of a message, by https://docs.slack.dev/messaging/formatting-message-text */
const TOKENS: Readonly<Record<string, RegExp>> = {
  'a mention, broadcast or link in brackets': /<[^<>]*>/u,
  'a bare escape or bracket': /&(?!(?:amp|lt|gt);)|[<>]/u,
  'a broadcast or name by its form': /@[\p{L}\p{N}_]/u,
  'a link by its scheme': /[A-Za-z]:\/\//u,
  'a domain name': /[\p{L}\p{N}-]\.(?:[A-Za-z]{2,}|xn--)/u,
  'an emoji': /:[\p{L}\p{N}_+'-]+:/u,
  'bold text': /\*[^\n]*\*/u,
  'slanted text': /_[^\n]*_/u,
  'struck text': /~[^\n]*~/u,
  code: /`[^`]*`/u,
  'a quotation': /^\s*(?:&gt;|>)/mu,
};

function tokensIn(text: string): string[] {
  return Object.entries(TOKENS).flatMap(([name, form]) => (form.test(text) ? [name] : []));
}

/** A reader sees no joiner, and full-width marks as the marks that they are. */
function seen(text: string): string {
  return text.replaceAll('\u2060', '').normalize('NFKC');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

const markup = fc
  .array(
    fc.constantFrom(
      ...[
        '<!here>',
        '<@U123>',
        '<#C1|x>',
        '@channel',
        '@everyone',
        'a@b.jp',
        'mailto:a@b.jp',
        'www.city.lg.jp',
        'x.com',
      ],
      ...[
        'https://',
        'city.example',
        ':tada:',
        ':+1:',
        '10:30:00',
        '*',
        '_',
        '~',
        '`',
        '```',
        '>',
        '>>>',
        '\n',
        ' ',
        '\t',
      ],
      ...[
        '&',
        '&amp;',
        '&lt;!here&gt;',
        '<',
        '|',
        '△110',
        '4.実施計画',
        '総務課',
        'a',
        '1',
        '\u2060',
        '\ud800',
        '\r\n',
      ],
    ),
    { maxLength: 25 },
  )
  .map((parts) => parts.join(''));

describe('text of a message', () => {
  it.each([
    ['<!channel> 会議', '&lt;!channel&gt; 会議'],
    ['R&D <@U1>', 'R&amp;D &lt;@\u2060U1&gt;'],
    ['2 > 1', '2 &gt; 1'],
    ['> 引用', '＞ 引用'],
    ['*強調* と a*b', '＊強調＊ と a＊b'],
    ['注* です', '注* です'],
    ['file_name', 'file_name'],
    ['@here', '@\u2060here'],
    ['http://example.com', 'http:\u2060//example.\u2060com'],
    [':tada:', ':\u2060tada:'],
    ['出典: 4.実施計画 1.1 普通会計 12.5%', '出典: 4.実施計画 1.1 普通会計 12.5%'],
  ])('%j is written as %j', (text, expected) => {
    expect(escapeText(text)).toBe(expected);
  });

  it('never becomes a mention, a broadcast, a link, an emoji or markup', () => {
    fc.assert(
      fc.property(fc.oneof(markup, hostileText), (text) => {
        expect(tokensIn(escapeText(text))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is read and found as it was', () => {
    fc.assert(
      fc.property(fc.oneof(markup, hostileText), (text) => {
        expect(seen(unescaped(escapeText(text)))).toBe(seen(clean(text)));
      }),
      { numRuns: 500 },
    );
  });

  it('has checks that find what is not escaped', () => {
    for (const text of ['<!here>', '@here', 'http://x', 'x.com', ':tada:', '*a*', '_a_', '~a~', '`a`', '> a', 'R&D'])
      expect(tokensIn(text), text).not.toEqual([]);
  });
});

describe('what a person typed', () => {
  it.each([
    ['<@UBOT> 項目23の状況は？', '項目23の状況は？'],
    ['<@UBOT|gyokaku> 項目23', '項目23'],
    ['<@U2> さんの課は？', '@ さんの課は？'],
    ['<!here> <!subteam^S1|@soumu> 進捗は？', '@ @ 進捗は？'],
    ['<#C1|soumu> と <#C2>', '#soumu と @'],
    ['<https://example.com/a?b=1&amp;c=2|資料> を見た', '資料 を見た'],
    ['<https://example.com/?a=1&amp;b=2>', 'https://example.com/?a=1&b=2'],
    ['<mailto:a@example.jp|a@example.jp>', 'a@example.jp'],
    ['<!date^1392734382^{date}|2014年2月18日>', '2014年2月18日'],
    ['R&amp;D は 1 &lt; 2 &gt; 0', 'R&D は 1 < 2 > 0'],
    ['&lt;@U2&gt; と書く', '<@U2> と書く'],
    ['&amp;lt;', '&lt;'],
    ['“普通会計”の歳入', '“普通会計”の歳入'],
    ['  ', ''],
  ])('%j is %j', (sent, expected) => {
    expect(readText(sent, 'UBOT')).toBe(expected);
  });

  it('takes every text that has nothing special in it as it is', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const sent = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(readText(sent, 'UBOT')).toBe(text.trim());
      }),
    );
  });
});
