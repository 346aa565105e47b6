import { afterEach, describe, expect, it } from 'vitest';
import anyWebmail from '../../sites/any-webmail';
import gmail from '../../sites/gmail';
import { closePages, nothingNoticed, openPage, readCompose, readComposes } from '../support/compose-page';
import { around, closed, composeForm, docked, inline, languages, minimised, popOut } from './gmail/hand-made';

afterEach(closePages);

const ann = { id: 'ann@outside.example', name: 'Ann Other' };
const bob = { id: 'bob@justice.example', name: 'Bob Inside' };

describe.each(languages)('in $language', (words) => {
  it('reads a docked compose with chips, a typed address and a file', () => {
    const page = around(
      docked(
        composeForm({
          words,
          to: [ann, bob],
          cc: [{ id: 'cc@x.example' }],
          typed: 'typed@y.example',
          subject: 'Plan',
          body: '<p>Hello</p>',
          files: ['plan.pdf'],
        }),
      ),
    );
    const truth = {
      to: ['Ann Other <ann@outside.example>', 'Bob Inside <bob@justice.example>', 'typed@y.example ~'],
      cc: ['cc@x.example'],
      bcc: [],
      complete: 'complete',
      subject: 'Plan',
      text: 'Hello',
      files: ['plan.pdf (shown)'],
    };
    expect(readCompose(gmail, page)).toMatchObject({ ...truth, account: 'jane.smith@justice.example', mode: 'new' });
    closePages();
    expect(readCompose(anyWebmail, page)).toMatchObject(truth);
  });
});

it('reads the hidden rows of folded recipients, not the summary', () => {
  expect(readCompose(gmail, around(docked(composeForm({ to: [ann, bob], folded: true })))).to).toEqual([
    'Ann Other <ann@outside.example>',
    'Bob Inside <bob@justice.example>',
  ]);
});

it('believes no hovercard id that is no address', () => {
  const { to, complete } = readCompose(
    gmail,
    around(docked(composeForm({ to: [{ id: 'not-an-email', name: 'Team Room' }, { id: '', name: 'Nobody' }, ann] }))),
  );
  expect(to).toEqual(['Team Room', 'Nobody', 'Ann Other <ann@outside.example>']);
  expect(complete).toBe('names-only');
});

it('finds several composes at once, and none that is minimised, closed or hidden', () => {
  const page = openPage(
    around(
      docked(composeForm({ to: [ann] })) +
        docked(composeForm({ to: [bob], subject: 'Two' })) +
        minimised(composeForm({ to: [{ id: 'min@x.example' }] })) +
        closed +
        `<div aria-hidden="true">${docked(composeForm({ to: [{ id: 'hid@x.example' }] }))}</div>`,
    ),
  );
  expect(readComposes(gmail, page).map(({ to, subject }) => [to, subject])).toEqual([
    [['Ann Other <ann@outside.example>'], ''],
    [['Bob Inside <bob@justice.example>'], 'Two'],
  ]);
});

it('reads an inline reply without the message above it', () => {
  const reading = readCompose(
    gmail,
    around(
      inline(
        composeForm({
          to: [ann],
          subject: 'Re: Plan',
          rm: '#msg-f:1',
          icon: 'mK',
          body: '<p>Yes</p><div class="gmail_quote">On Monday Ann wrote:<blockquote>Hi</blockquote></div>',
        }),
      ),
    ),
  );
  expect(reading).toMatchObject({ to: ['Ann Other <ann@outside.example>'], cc: [], mode: 'reply-all', files: [], complete: 'complete' });
});

it('reads a pop-out window and plain text', () => {
  expect(readCompose(gmail, popOut(composeForm({ to: [ann], plain: true, body: 'Hello\n> quoted', subject: 'Re: x', rm: '#1' })))).toMatchObject({
    to: ['Ann Other <ann@outside.example>'],
    text: 'Hello\n> quoted',
    mode: 'reply',
  });
});

describe('reply mode', () => {
  const forwarded =
    '<div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: A &lt;a@x.example&gt;<br>Subject: S<br>To: b</div>Hi</div>';
  const quoted = '<div class="gmail_quote"><div class="gmail_attr">On Mon, A wrote:</div><blockquote>---------- Forwarded message ---------</blockquote></div>';
  const modeOf = (given: Parameters<typeof composeForm>[0], pressed: 'forward' | 'reply' | null = null) =>
    readCompose(gmail, around(docked(composeForm(given))), { ...nothingNoticed, pressed }).mode;

  it.each([
    ['forward by prefix and separator', { subject: 'Fwd: S', rm: '#1', body: forwarded }, 'forward'],
    ['forward by icon', { subject: 'renamed', rm: '#1', icon: 'mI', body: forwarded }, 'forward'],
    ['reply by icon', { subject: 'renamed', rm: '#1', icon: 'mL', body: quoted }, 'reply'],
    ['reply by prefix and quote', { subject: 'Re: S', rm: '#1', body: quoted }, 'reply'],
    ['a prefix alone is no forward', { subject: 'Fwd: S', rm: '#1' }, 'reply-or-forward'],
    ['a renamed answer', { subject: 'S', rm: '#1', body: quoted }, 'reply-or-forward'],
    ['no target is new', { subject: 'Re: typed by hand', rm: 'undefined' }, 'new'],
    ['forward whose quote is in the hidden field', { subject: 'Fwd: S', rm: '#1', uet: forwarded, trimmed: true }, 'forward'],
    ['reply whose quote is in the hidden field', { subject: 'Re: S', rm: '#1', uet: quoted, trimmed: true }, 'reply'],
  ] as const)('%s', (_name, given, mode) => {
    expect(modeOf(given)).toBe(mode);
  });

  it('believes the pressed control first', () => {
    expect(modeOf({ subject: 'S', rm: '#1', body: quoted }, 'forward')).toBe('forward');
  });

  it('points at the quote in the hidden field', () => {
    expect(readCompose(gmail, around(docked(composeForm({ rm: '#1', uet: quoted, trimmed: true })))).hiddenHtml).toContain('wrote');
  });
});

it('keeps Send, recipients, subject and files clear', () => {
  const { layout } = readCompose(gmail, around(docked(composeForm({ to: [ann], files: ['plan.pdf'] }))));
  const never = layout.keepClear
    .filter(({ how }) => how === 'never')
    .map(({ element }) => element.getAttribute('aria-label') ?? element.getAttribute('name') ?? element.className);
  expect(never.join('|')).toMatch(/Send/);
  expect(never).toContain('dL');
  expect(layout.keepClear.filter(({ how }) => how === 'avoid')).toHaveLength(1);
});
