import { expect, test } from 'vitest';
import { frameOf } from './frames.ts';

test('the second section of one office is named without it', () => {
  expect(frameOf('企業局の建設課と総務課の有給取得率').sections).toEqual(['企業局建設課', '企業局総務課']);
});

test.each(['建設課と総務課の有給取得率', '企業局の建設課の取得率と、総務課の残業'])('but not in: %s', (question) => {
  expect(frameOf(question).sections).toContain('総務課');
});
