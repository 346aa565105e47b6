import { expect, test } from 'vitest';
import { readAll } from './support';

const addresses = (text: string) => readAll(text).thread.messages.map((message) => message.from?.address ?? message.from?.name ?? null);

test('an Outlook chain gives every message with its people, newest first', () => {
  const { thread, authored } = readAll(`See below.

________________________________
From: Ann Smith <ann@justice.gov.uk>
Sent: 14 March 2026 10:02
To: Jones, Bob <bob@justice.gov.uk>; carol@example.org
Cc: Dan
Subject: RE: Visit

Fine by me.

From: carol@example.org <carol@example.org>
Sent: 12 March 2026 09:00
To: Ann Smith <ann@justice.gov.uk>
Subject: Visit

May I come?`);
  expect(authored.trim()).toBe('See below.');
  expect(
    thread.messages.map((message) => [message.from?.address, message.to.map((one) => one.address), message.cc.map((one) => one.name), message.subject]),
  ).toEqual([
    ['ann@justice.gov.uk', ['bob@justice.gov.uk', 'carol@example.org'], ['Dan'], 'RE: Visit'],
    ['carol@example.org', ['ann@justice.gov.uk'], [], 'Visit'],
  ]);
  expect(thread.participants.map((one) => one.address ?? one.name)).toEqual(['ann@justice.gov.uk', 'bob@justice.gov.uk', 'carol@example.org', 'Dan']);
});

test('attributions nest', () => {
  expect(
    addresses(`ok

On Mon, 3 Mar 2025 at 10:00, Ann <ann@x.example> wrote:
> yes
> On 2 Mar 2025, at 09:00, Bob
> <bob@y.example> wrote:
>> no
`),
  ).toEqual(['ann@x.example', 'bob@y.example']);
});

test('no quote, no messages', () => expect(addresses('Hello Ann,\n\nOn Monday I met Bob and he wrote:\nnothing.\n')).toEqual([]));

test.each([
  'Hello,\n\nFrom: Monday the office is closed.\nTo: get in, call reception.\nSubject: to change.\n\nAnn',
  'As agreed.\n\nOn Tue, 3 Mar 2026 the committee wrote:\nWe are grateful.\n',
  'On 3 March 2026 at 10:00 she wrote:\nnothing of note.\n',
])('prose is no message: %j', (text) => expect(addresses(text)).toEqual([]));

test.each([
  ['From: Ann Smith\nTo: Bob Jones\nSubject: Visit\n\nText', 'Ann Smith'],
  ['From: The Office\nSent: 3 March 2026 10:00\nTo: Bob Jones\nSubject: Visit\n\nText', 'The Office'],
  ['On Tue, 3 Mar 2026 at 10:00, Ann Smith wrote:\n\nText', 'Ann Smith'],
  ['On Nov 26, 2013 you wrote:\nText', 'you'],
  ['On Tue, 3 Mar 2026 at 10:00, The Committee <c@x.example> wrote:\n> Text', 'c@x.example'],
])('a header or an attribution still is: %j', (text, who) => expect(addresses(`Hello\n\n${text}\n`)).toEqual([who]));

test.each([
  ['Forwarded message', 'End forwarded message'],
  ['Weitergeleitete Nachricht', 'Ende der weitergeleiteten Nachricht'],
  ['Message transféré', 'Fin du message transféré'],
  ['Messaggio inoltrato', 'Fine messaggio inoltrato.'],
  ['Doorgestuurd bericht', 'Einde doorgestuurd bericht'],
  ['Wiadomość przesłana dalej', 'Koniec przekazanej wiadomości'],
  ['Videresendt besked', 'Slutning af videresendt besked'],
  ['Přeposlaná zpráva', 'Konec přeposlané zprávy'],
  ['Пересылаемое сообщение', 'Конец пересылаемого сообщения'],
  ['转发邮件', '结束转发的邮件'],
  ['転送メッセージ', '転送メッセージは以上です'],
])('a line that closes a forwarded message opens no other one: %s', (opens, closes) => {
  const { thread, authored } = readAll(`See below.

----- ${opens} -----
From: Ann Smith <ann@justice.gov.uk>
Date: Mon, 16 Nov 2026 10:00:00 +0000
Subject: Visit
To: bob@justice.gov.uk

Words.

----- ${closes} -----
`);
  expect(thread.messages.map(({ from }) => from?.address)).toEqual(['ann@justice.gov.uk']);
  expect(authored.trim()).toBe('See below.');
});
