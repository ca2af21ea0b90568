import { describe, expect, it } from 'vitest';
import { unknownNames } from '../../src/settings/unknown.ts';
import { VARIABLES } from '../../src/settings/wording.ts';

describe('names of .env that have no effect', () => {
  it.each([
    ['SLACK_BOT_TOKENS', 'SLACK_BOT_TOKEN'],
    ['THREAD_DAY', 'THREAD_DAYS'],
    ['REMINDER_CHANEL', 'REMINDER_CHANNEL'],
    ['SLACK_TOKEN', 'SLACK_BOT_TOKEN'],
    ['reminder_at', 'REMINDER_AT'],
    ['OPENAI_APIKEY', 'OPENAI_API_KEY'],
    ['GYOKAKU_SOMETHING_ELSE', null],
    ['NOTE_X', null],
  ])('%s is named, with what was probably meant: %s', (name, nearest) => {
    expect(unknownNames([name])).toEqual([{ name, nearest }]);
  });

  it('are not those that the program knows, nor those of others', () => {
    expect(
      unknownNames([
        ...VARIABLES,
        'https_proxy',
        'NODE_OPTIONS',
        'TZ',
        'LANG',
        'PATH',
        'HOST',
        'POST',
        'MODE',
        'HTTP_PROXY',
        'OPENAI_ORG_ID',
      ]),
    ).toEqual([]);
  });
});
