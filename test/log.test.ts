import { describe, expect, it } from 'vitest';
import { AppError } from '../src/errors.ts';
import { createLog, type LogLevel } from '../src/log.ts';
import { clientLogger } from '../src/slack/api.ts';

function aLog(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const log = createLog(level, { write: (line) => lines.push(line) });
  return { log, lines: () => lines.map((line) => JSON.parse(line)), text: () => lines.join('') };
}

describe('a line of the log', () => {
  it('is an object with time, level, event and fields', () => {
    const { log, lines } = aLog();
    log.info('answered', { id: 'q1', ms: 5 });
    expect(lines()).toEqual([
      { level: 30, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), id: 'q1', ms: 5, msg: 'answered' },
    ]);
  });

  it('of an error tells its code and its places, and never its message', () => {
    const { log, lines, text } = aLog();
    const cause = new Error('秘密の原因');
    log.error('failed', { id: 'q1' }, new AppError('STATE_WRITE_FAILED', '秘密の質問', { cause }));
    expect(lines()[0]).toMatchObject({ error: 'AppError', code: 'STATE_WRITE_FAILED', cause: 'Error' });
    expect(lines()[0].at).toContain('log.test.ts');
    expect(text()).not.toContain('秘密');
  });

  it('of something thrown that is no error says only what it was', () => {
    const { log, lines } = aLog();
    log.error('failed', {}, '秘密');
    expect(lines()[0]).toMatchObject({ error: 'string' });
  });

  it('never has a token or a text, also where a field would carry one', () => {
    const { log, text } = aLog();
    log.warn('x', {
      token: 'xoxb-1',
      text: '秘密',
      question: '秘密',
      authorization: 'Bearer 1',
      responseUrl: 'https://x',
    });
    expect(text()).not.toMatch(/xoxb-1|秘密|Bearer 1|https:/);
  });

  it('below the level is left out', () => {
    const { log, lines } = aLog('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    expect(lines().map(({ msg }) => msg)).toEqual(['c']);
  });
});

describe('what the Slack clients say', () => {
  it('is in the log without tokens, without messages of errors, and without their debug lines', () => {
    const { log, text } = aLog();
    const logger = clientLogger(log);
    logger.debug('body: 秘密');
    logger.info('token xoxb-12-ab');
    logger.warn('token xapp-1-A2');
    logger.error('oh', new Error('秘密'));
    expect(text()).toContain('oh Error');
    expect(text()).not.toMatch(/秘密|xoxb-12|xapp-1/);
    logger.setLevel(logger.getLevel());
    logger.setName('x');
  });
});
