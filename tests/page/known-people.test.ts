/** Names and the addresses behind them: what is learnt, from what, and when nothing is guessed. */
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Reading, Recipient } from '../../core/observation';
import { type Completeness, wordsOf } from '../../core/text';
import { createKnownPeople, type KnownPeople, suggestedPerson, watchPickedPeople } from '../../page/known-people';
import anyWebmail from '../../sites/any-webmail';
import { recipient } from '../support/observations';

let life = new AbortController();
afterEach(() => {
  life.abort();
  life = new AbortController();
  document.body.replaceChildren();
});

const parsed = (html: string): HTMLElement => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return document.body.appendChild(document.adoptNode(page.body.firstElementChild ?? page.body)) as HTMLElement;
};
const reading = (people: readonly string[], completeness: Completeness = 'names-only'): Reading<Recipient> => ({
  items: people.map((one) => recipient(one)),
  completeness,
});
const shown = ({ items, completeness }: Reading<Recipient>) =>
  `${items.map(({ address, name }) => address ?? (name === null ? '' : wordsOf(name))).join(', ')} (${completeness})`;
const root = document.createElement('div');

describe('filling names', () => {
  const cases: readonly [what: string, teach: (people: KnownPeople) => void, to: readonly string[], answers: boolean, expected: string][] = [
    ['nothing known', () => undefined, ['Tom Hughes'], false, 'Tom Hughes (names-only)'],
    ['a chip that showed both', (p) => p.learn({ name: 'Tom Hughes', address: 'tom@x.example' }), ['Tom Hughes'], false, 'tom@x.example (complete)'],
    ['the other order', (p) => p.learn({ name: 'Hughes, Tom', address: 'tom@x.example' }), ['Tom Hughes'], false, 'tom@x.example (complete)'],
    ['another letter case', (p) => p.learn({ name: 'TOM HUGHES', address: 'tom@x.example' }), ['Tom Hughes'], false, 'tom@x.example (complete)'],
    ['presence glued to the name', (p) => p.learn({ name: 'Tom Hughes', address: 'tom@x.example' }), ['offlineTom Hughes'], false, 'tom@x.example (complete)'],
    ['half a name is no name', (p) => p.learn({ name: 'Tom Hughes', address: 'tom@x.example' }), ['Tom'], false, 'Tom (names-only)'],
    [
      'one more word is someone else',
      (p) => p.learn({ name: 'Tom Hughes', address: 'tom@x.example' }),
      ['Tom Hughes (HR)'],
      false,
      'Tom Hughes (HR) (names-only)',
    ],
    [
      'two addresses for one name',
      (p) => {
        p.learn({ name: 'Tom Hughes', address: 'tom@x.example' });
        p.learn({ name: 'Tom Hughes', address: 'tom@y.example' });
      },
      ['Tom Hughes'],
      false,
      'Tom Hughes (names-only)',
    ],
    [
      'the same address twice',
      (p) => {
        p.learn({ name: 'Tom Hughes', address: 'tom@x.example' });
        p.pick({ name: 'Tom Hughes', address: 'tom@x.example' });
      },
      ['Tom Hughes'],
      false,
      'tom@x.example (complete)',
    ],
    [
      'two chips of one name',
      (p) => p.learn({ name: 'Tom Hughes', address: 'tom@x.example' }),
      ['Tom Hughes', 'Hughes Tom'],
      false,
      'Tom Hughes, Hughes Tom (names-only)',
    ],
    [
      'the address is there already',
      (p) => p.learn({ name: 'Tom Hughes', address: 'tom@x.example' }),
      ['tom@x.example', 'Tom Hughes'],
      false,
      'tom@x.example, Tom Hughes (names-only)',
    ],
    [
      'one of two known',
      (p) => p.learn({ name: 'Tom Hughes', address: 'tom@x.example' }),
      ['Tom Hughes', 'Family Team'],
      false,
      'tom@x.example, Family Team (names-only)',
    ],
    [
      'the open message, when it is answered',
      (p) => p.learnFromMessage({ name: 'Tom Hughes', address: 'tom@x.example' }),
      ['Tom Hughes'],
      true,
      'tom@x.example (complete)',
    ],
    [
      'the open message, in a new message',
      (p) => p.learnFromMessage({ name: 'Tom Hughes', address: 'tom@x.example' }),
      ['Tom Hughes'],
      false,
      'Tom Hughes (names-only)',
    ],
    [
      'a stranger with the name of someone known',
      (p) => {
        p.learn({ name: 'Tom Hughes', address: 'tom@x.example' });
        p.learnFromMessage({ name: 'Tom Hughes', address: 'tom@evil.example' });
      },
      ['Tom Hughes'],
      true,
      'Tom Hughes (names-only)',
    ],
    ['an address as a name', (p) => p.learn({ name: 'tom@x.example', address: 'tom@evil.example' }), ['Tom'], false, 'Tom (names-only)'],
  ];
  test.each(cases)('%s', (_, teach, to, answers, expected) => {
    const people = createKnownPeople();
    teach(people);
    expect(shown(people.filled(root, reading(to), answers))).toBe(expected);
  });

  test('a row that shows only a part stays that', () => {
    const people = createKnownPeople();
    people.learn({ name: 'Tom Hughes', address: 'tom@x.example' });
    expect(shown(people.filled(root, reading(['Tom Hughes'], 'collapsed'), false))).toBe('tom@x.example (collapsed)');
  });

  test('what one compose shows with both is known in the next', () => {
    const people = createKnownPeople();
    people.filled(root, reading(['Tom Hughes <tom@x.example>'], 'complete'), false);
    expect(shown(people.filled(document.createElement('div'), reading(['Tom Hughes']), false))).toBe('tom@x.example (complete)');
  });

  test('the chip that appears after a pick may be worded in another way, once, and only if it can be the same person', () => {
    const people = createKnownPeople();
    const compose = document.createElement('div');
    people.filled(compose, reading(['Ann Lee']), false);
    people.pick({ name: 'Tom Hughes', address: 'tom@x.example' });
    expect(shown(people.filled(compose, reading(['Ann Lee', 'Hughes, Tom (Digital)']), false))).toBe('Ann Lee, tom@x.example (names-only)');
    expect(shown(people.filled(compose, reading(['Ann Lee', 'Hughes, Tom (Digital)', 'Hughes Ltd']), false))).toBe(
      'Ann Lee, tom@x.example, Hughes Ltd (names-only)',
    );
    people.pick({ name: 'Tom Hughes', address: 'tom@x.example' });
    expect(shown(people.filled(compose, reading(['Zoe Oak', 'Bob Elm']), false))).toBe('Zoe Oak, Bob Elm (names-only)');
  });
});

describe('what a suggestion says', () => {
  test.each([
    ['<li><b>Tom Hughes</b><span>tom@x.example</span></li>', 'Tom Hughes <tom@x.example>'],
    ['<li>Tom Hughes &lt;tom@x.example&gt;</li>', 'Tom Hughes <tom@x.example>'],
    ['<div role="option" aria-label="Tom Hughes - tom@x.example"><span>TH</span><span>Tom Hughes</span></div>', 'Tom Hughes <tom@x.example>'],
    ['<div role="option" data-hovercard-id="tom@x.example" data-name="Tom Hughes"><span>x</span></div>', 'Tom Hughes <tom@x.example>'],
    ['<div role="option"><span title="tom@x.example">Tom Hughes</span></div>', 'Tom Hughes <tom@x.example>'],
    ['<li>tom@x.example</li>', null],
    ['<li>Family Team (12 people)</li>', null],
    ['<li>Ann a@x.example, Bob b@x.example</li>', null],
  ])('%s', (html, expected) => {
    const person = suggestedPerson(parsed(html));
    expect(person && `${person.name} <${person.address}>`).toBe(expected);
  });
});

describe('picking in a page', () => {
  const page = `<form><div><label for="to">To</label><div class="chips"></div><input id="to" name="to" aria-controls="list"></div><input name="subject" aria-label="Subject">
    <ul id="list" role="listbox"><li role="option" id="one"><b>Tom Hughes</b> <i>tom@x.example</i></li><li role="option"><b>Tom Hughes</b> <i>tom.hughes@y.example</i></li></ul>
    <textarea name="message" rows="12" cols="60"></textarea><button>Send</button></form>`;
  const open = () => {
    const form = parsed(page);
    const input = form.querySelector('input') as HTMLInputElement;
    const people = createKnownPeople();
    watchPickedPeople(document, people, life.signal);
    // As Outlook: the chip names nobody's address, and the list goes.
    const take = (): void => {
      const chip = document.createElement('span');
      chip.setAttribute('contenteditable', 'false');
      chip.textContent = 'Tom Hughes';
      form.querySelector('.chips')?.append(chip);
      form.querySelector('ul')?.remove();
      input.value = '';
    };
    form.addEventListener('submit', (event) => event.preventDefault());
    return { form, input, people, take };
  };
  const read = (people: KnownPeople): string => {
    const [found] = anyWebmail.surfaces.compose?.find(document) ?? [];
    const result = found && anyWebmail.surfaces.compose?.read(found, { files: [], pressed: null, people });
    return result ? shown(result.recipients) : 'nothing';
  };

  test('by pointer', async () => {
    const { form, input, people, take } = open();
    form.querySelector('#one')?.addEventListener('mousedown', take);
    input.focus();
    await userEvent.click(form.querySelector('#one b') as HTMLElement);
    expect(read(people)).toBe('tom@x.example (complete)');
  });

  test('by key', async () => {
    const { form, input, people, take } = open();
    input.setAttribute('aria-activedescendant', 'one');
    input.addEventListener('keydown', (event) => event.key === 'Enter' && take());
    input.focus();
    await userEvent.keyboard('{Enter}');
    expect(form.querySelector('.chips')?.textContent).toBe('Tom Hughes');
    expect(read(people)).toBe('tom@x.example (complete)');
  });

  test('not by a press that the page made, nor by one while nobody types', async () => {
    const { form, input, people, take } = open();
    input.focus();
    form.querySelector<HTMLElement>('#one')?.click();
    input.blur();
    await userEvent.click(form.querySelector('#one b') as HTMLElement);
    take();
    expect(read(people)).toBe('Tom Hughes (names-only)');
  });
});
