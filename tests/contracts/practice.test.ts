import { expect, test } from 'vitest';
import english from '../../assets/language/en.json';
import { rules } from '../../engine/registry';
import { letterOf } from '../../practice/letters.mjs';
import { scenes } from '../../practice/scenes.mjs';

/** Rules about the computer, which no page can play. */
const beyondPages: readonly string[] = ['unlocked-screen'];

test.each(rules.map(({ id }) => id).filter((id) => !beyondPages.includes(id)))('%s can be tried on the practice page', (rule) => {
  expect(scenes).toHaveProperty([rule]);
  expect(english).toHaveProperty([`practice.try.${rule}`]);
});

test.each(Object.entries(scenes))('the scene of %s names a letter that there is', (_rule, scene) => {
  if (scene.view === 'mailbox' && scene.letter !== undefined) expect(letterOf(scene.letter).id).toBe(scene.letter);
});
