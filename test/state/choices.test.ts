import { expect, it } from 'vitest';
import { aState } from '../support/state-folder.ts';

it('a choice is kept per person and name until it is made anew', async () => {
  const { choices } = await aState();
  expect(await choices.get('U1', 'section')).toBeNull();
  await choices.set('U1', 'section', 'Taxes');
  await choices.set('U2', 'section', 'Schools');
  await choices.set('U1', 'language', 'ja');
  await choices.set('U1', 'section', 'Parks');
  expect(await choices.get('U1', 'section')).toBe('Parks');
  expect(await choices.get('U2', 'section')).toBe('Schools');
  expect(await choices.get('U1', 'language')).toBe('ja');
});
