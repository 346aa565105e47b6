/** Which chips say that they are a group, and how many people are in it. */
import { describe, expect, test } from 'vitest';
import { groupOf } from '../../page/compose-recipients';

const chip = (html: string): HTMLElement => {
  const found = new DOMParser().parseFromString(html, 'text/html').body.firstElementChild;
  if (!(found instanceof Object) || !found) throw new Error('no chip');
  return found as HTMLElement;
};

describe('a group', () => {
  test.each<[string, string, number | null]>([
    ['Zimbra: opens into its members', '<span class="addrBubble">all-staff@x.example<span onclick="expandBubble(1,2)"></span></span>', null],
    ['an expand control with the number in the text', '<div class="chip"><button aria-label="Expand group">+</button>Family team (12)</div>', 12],
    ['an expand control without a number', '<div class="chip"><button title="Expand list">+</button>Family team</div>', null],
    ['members in the label', '<span aria-label="Family team, 41 members">Family team</span>', 41],
    ['members in a tooltip inside', '<span><b title="1,204 members">All staff</b></span>', 1204],
    ['German', '<span title="Alle (88 Mitglieder)">Alle</span>', 88],
    ['Welsh', '<span title="Pawb: 30 aelod">Pawb</span>', 30],
    ['a label of contacts', '<li>Panel <span>7 contacts</span></li>', 7],
  ])('%s', (_what, html, members) => expect(groupOf(chip(html))).toEqual({ members }));
});

describe('no group', () => {
  test.each([
    ['a person', '<span title="Ann Lee &lt;ann.lee@x.example&gt;">Ann Lee</span>'],
    ['a room', '<span>Meeting room 4 (12)</span>'],
    ['a person with a contact card that opens', '<div role="option" aria-haspopup="dialog" aria-expanded="false">Ann Lee</div>'],
    ['a number in a name', '<span>Court 4 members@x.example</span>'],
    ['a postcode', '<span title="LS1 4AP people@x.example">LS1</span>'],
  ])('%s', (_what, html) => expect(groupOf(chip(html))).toBeNull());
});
