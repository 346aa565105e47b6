/** Chains as Lotus Notes, old Outlook and mailing lists print them. Forms: research file chain.md §C2–C4; names and words are made up. */
import { expect, test } from 'vitest';
import { readAll } from './support';

type Printed = [from: string | null, to: string, subject: string | null];

const printed = (text: string): Printed[] =>
  readAll(text).thread.messages.map((message) => [
    message.from?.address ?? (message.from ? String(message.from.name) : null),
    message.to.map((one) => one.address ?? String(one.name)).join('; '),
    message.subject === null ? null : String(message.subject),
  ]);

test.each<[string, string, Printed[]]>([
  [
    'Notes forward with labelled sender and date in one line',
    `See below.

---------------------- Forwarded by Jane Doe/HQ/CORP on 10/16/2000 01:42 PM ---------------------------


   
\t
\t
\tFrom:  Jane Doe                           10/16/2000 01:40 PM
\t

To: Bob Roe/HQ/CORP@CORP, ann.poe@example.com
cc: Carl Coe/HQ/CORP@CORP 
Subject: Re: plan

Let us talk.`,
    [['Jane Doe', 'Bob Roe/HQ/CORP@CORP; ann.poe@example.com', 'Re: plan']],
  ],
  [
    'two Notes forwards, the second from outside',
    `---------------------- Forwarded by Jane Doe/HQ/CORP on 09/26/2000 
12:08 PM ---------------------------


   
\tFrom:  Jane Doe                           09/26/2000 12:08 PM
\t

To: jane70@mail.example
cc:  
Subject: Structure

---------------------- Forwarded by Jane Doe/HQ/CORP on 09/26/2000 11:57 AM ---------------------------


"Georg Rich" <gr@partner.example> on 09/26/2000 01:18:45 PM
Please respond to <gr@partner.example>
To: "Jane Doe" <jane@corp.example>
cc: "Larry Low" <low@mail.example>, "Claudia L. Cro" <cro@legal.example> 
Subject: Structure

Dear Jane,`,
    [
      ['Jane Doe', 'jane70@mail.example', 'Structure'],
      ['gr@partner.example', 'jane@corp.example', 'Structure'],
    ],
  ],
  [
    'Notes reply without separator',
    `I agree.



Bob Roe@CORP
10/16/2000 01:42 PM
To: Jane Doe/HQ/CORP@CORP
cc:  
Subject: Re: plan

Should we go?


Jane Doe
10/15/2000 09:12 AM
To: Bob Roe/HQ/CORP@CORP, Ann Poe/HQ/CORP@CORP, Carl 
Coe/HQ/CORP@CORP
cc: (bcc: Dan Dow/HQ/CORP)
Subject: plan

Here it is.`,
    [
      ['Bob Roe@CORP', 'Jane Doe/HQ/CORP@CORP', 'Re: plan'],
      ['Jane Doe', 'Bob Roe/HQ/CORP@CORP; Ann Poe/HQ/CORP@CORP; Carl Coe/HQ/CORP@CORP', 'plan'],
    ],
  ],
  [
    'Notes with an agent, and a sender wrapped over two lines',
    `---------------------- Forwarded by Bob Roe/HQ/CORP on 03/14/2001 08:00 AM ---------------------------
Jane Doe
Sent by: Ann Poe
03/13/2001 05:01 PM
To: All Staff
cc:  

Subject: Parking

Text.

"Doe, John (Long Company Name Limited)" <john.doe@long.example> on 03/12/2001 
10:11:12 AM
To: "'jane@corp.example'" <jane@corp.example>
cc:  
Subject: FW: Parking

Text.`,
    [
      ['Jane Doe', 'All Staff', 'Parking'],
      ['john.doe@long.example', 'jane@corp.example', 'FW: Parking'],
    ],
  ],
  [
    'old Outlook chain with names only and wrapped lists',
    `Thanks.

 -----Original Message-----
From: \tDoe, Jane  
Sent:\tMonday, October 16, 2000 1:42 PM
To:\tRoe, Bob; Poe, Ann; Coe, Carl; Low,
Larry; Dow, Dan
Cc:\tAble, Abe
Subject:\tRE: plan

Fine.

 -----Original Message-----
From: Roe, Bob [mailto:bob@corp.example]
Sent: Monday, October 16, 2000 9:00 AM
To: Doe, Jane
Subject: plan

Shall we?`,
    [
      ['Doe, Jane', 'Roe, Bob; Poe, Ann; Coe, Carl; Low, Larry; Dow, Dan', 'RE: plan'],
      ['bob@corp.example', 'Doe, Jane', 'plan'],
    ],
  ],
  [
    'a separator without a header',
    'FYI\n\n---------------------- Forwarded by Jane Doe/HQ/CORP on 10/16/2000 01:42 PM ---------------------------\n\nMinutes of the meeting',
    [[null, '', null]],
  ],
  [
    'Hotmail',
    `ok

>From: "Jane Doe" <jane@mail.example>
>To: bob@corp.example, ann@corp.example
>Subject: Hello
>Date: Mon, 16 Oct 2000 13:42:00 -0500
>
>Hi there

----Original Message Follows----
From: Ann Poe <ann@corp.example>
To: jane@mail.example
Subject: Hi
Date: Sun, 15 Oct 2000 13:42:00 -0500

text`,
    [
      ['jane@mail.example', 'bob@corp.example; ann@corp.example', 'Hello'],
      ['ann@corp.example', 'jane@mail.example', 'Hi'],
    ],
  ],
  ['AOL', 'In a message dated 10/16/2000 1:42:00 PM Central Daylight Time, jane@mail.example \nwrites:\n\n<< text >>', [['jane@mail.example', '', null]]],
  [
    'AOL forward',
    '-----------------\nForwarded Message: \nSubj:\tFwd: hello\nDate:\t10/16/00 1:42:00 PM Central Daylight Time\nFrom:\tjane@mail.example\nTo:\tbob@corp.example\n\ntext',
    [['jane@mail.example', 'bob@corp.example', 'Fwd: hello']],
  ],
  ['an address list pasted in a text', 'Please write to:\nAnn Poe\nann@corp.example\nTo: the front desk\nCc: nobody\n\nBye', []],
])('%s', (_, text, expected) => expect(printed(text)).toEqual(expected));

test.each<[string, string, (string | null)[]]>([
  ['mutt', 'On Mon, Mar 04, 2002 at 10:20:20AM +0100, Jane Doe wrote:\n> text\n\nyes', ['Jane Doe']],
  ['pine', 'On Mon, 4 Mar 2002, Jane Doe wrote:\n\n> text\n', ['Jane Doe']],
  ['KMail', 'On Monday 04 March 2002 10:20, Jane Doe wrote:\n> text', ['Jane Doe']],
  ['no date', 'Jane Doe wrote:\n> text\n> \n> Bob Roe wrote:\n>> more', ['Jane Doe', 'Bob Roe']],
  ['address only', 'jane@list.example wrote:\n\ntext', ['jane@list.example']],
  ['date behind', 'Jane Doe <jane@list.example> wrote on 04/05/2006 10:20:11 AM:\n\n> text', ['jane@list.example']],
  ['said the following', 'Jane Doe said the following on 3/4/2002 10:20 AM:\n> text', ['Jane Doe']],
  ['wrapped in the middle', '> On Tue, Mar 5, 2002 at 1:14 AM, Jane Doe\n> <jane@list.example>wrote:\n>\n> > text', ['jane@list.example']],
  ['wrapped, mark lost', '>> On Thu, Apr 30, 2020 at 10:07 AM, "someone" <someone@example.com>\n> wrote:\n>>> text', ['someone@example.com']],
  ['three levels', 'On Tue, 5 Mar 2002, A Aa wrote:\n> B Bb wrote:\n>> C Cc <c@x.example> writes:\n>>> text\n>> ok\n> fine', ['A Aa', 'B Bb', 'c@x.example']],
  ['quoting', 'Quoting Jane Doe <jane@list.example>:\n\n> text', ['jane@list.example']],
  ['news', 'In article <abc@x.example>, Jane Doe <jane@list.example> writes:\n> text', ['jane@list.example']],
  ['supercite', '>>>>> "JD" == Jane Doe <jane@list.example> writes:\n\n  JD> text', ['jane@list.example']],
  ['Eudora', 'At 10:20 AM 3/4/2002 -0500, Jane Doe wrote:\n>text', ['Jane Doe']],
  ['Yahoo', '--- Jane Doe <jane@list.example> wrote:\n\n> text', ['jane@list.example']],
  ['no verb', '2002-03-04 10:20 GMT+01:00 Jane Doe <jane@list.example>:\n\n> text', ['jane@list.example']],
  ['GroupWise', '>>> Jane Doe <jane@list.example> 10/22/15 21:02 >>>\ntext', ['jane@list.example']],
  ['German', 'Am Mittwoch, 4. März 2002 10:20 schrieb Jane Doe:\n> text', ['Jane Doe']],
  ['Welsh', 'Ar Llun, 3 Mawrth 2025 am 10:20, ysgrifennodd Jane Doe <jane@llyw.cymru>:\n> testun', ['jane@llyw.cymru']],
  ['citations in a text are no message', '> a line\n\nThat is what the page says.\n\n> another\n\nRegards', []],
  ['an answer on top of a bare quote', 'Yes, please.\n\n> Shall we go?\n> Ann\n', [null]],
  ['a quote whose line breaks were lost', 'Thanks.\nOn 01/03/11 7:07 PM, Jane Doe wrote: > Hi, > text', ['Jane Doe']],
  ['prose', 'On 3 March 2002 I met Bob, and this is what he wrote:\nnothing at all', []],
  ['prose with a name', 'As Jane Doe wrote:\n\nnothing', []],
  ['a commit mail', 'Author: jane\nDate: Mon Mar  4 10:20:11 2002\nNew Revision: 1234\n\nLog:\nFixed\n', []],
  ['a disclaimer', 'Hello\n\n**********\nThis e-mail is confidential. If you are not the recipient, tell the sender:\nhelp@corp.example\n**********', []],
])('attribution: %s', (_, text, expected) => expect(printed(text).map(([from]) => from)).toEqual(expected));

test.each<[string, string, Printed[]]>([
  [
    'pieces of quoted-printable',
    'ok\n\n -----Original Message-----\nFrom: =09Doe, Jane =20\nSent:=09Monday, October 16, 2000 1:42 PM\nTo:=09Roe, Bob; ann@x.example\nSubject:=09RE: plan=20\n\ntext=20\n',
    [['Doe, Jane', 'Roe, Bob; ann@x.example', 'RE: plan']],
  ],
  [
    'a header in one line',
    'ok\n\nFrom: Jane Doe [mailto:jane@x.example] Sent: Monday, October 16, 2000 1:42 PM To: Bob Roe Subject: plan\ntext',
    [['jane@x.example', 'Bob Roe', 'plan']],
  ],
  [
    'a separator with its header in one line',
    'ok\n\n-----Original Message----- From: Jane Doe <jane@x.example> Sent: Monday, October 16, 2000 1:42 PM To: Bob Roe Subject: plan\n\ntext',
    [['jane@x.example', 'Bob Roe', 'plan']],
  ],
  [
    'double-spaced',
    '-----Original Message-----\n\nFrom: Jane Doe\n\nSent: 1 May 2020 10:00\n\nTo: Bob Roe\n\nSubject: plan\n\ntext',
    [['Jane Doe', 'Bob Roe', 'plan']],
  ],
  [
    'Welsh labels',
    '________________________________\nOddi wrth: Ann Smith <ann@llyw.cymru>\nAnfonwyd: 14 Mawrth 2026 10:02\nAt: Bob Jones <bob@llyw.cymru>; carol@example.org\nCc: Dewi <dewi@llyw.cymru>\nPwnc: Ymweliad\n\nTestun',
    [['ann@llyw.cymru', 'bob@llyw.cymru; carol@example.org', 'Ymweliad']],
  ],
  [
    'labels in two languages',
    '---------- Forwarded message ---------\nDe : Ann <ann@x.example>\nDate: jeu. 3 avr. 2025 à 10:00\nSubject: Bonjour\nTo: <bob@x.example>\n\ntexte',
    [['ann@x.example', 'bob@x.example', 'Bonjour']],
  ],
  [
    'calendar',
    '-----Original Appointment-----\nFrom: Jane Doe\nSent: 1 May 2020 10:00\nTo: Bob Roe\nSubject: Meeting\nWhen: Monday\nWhere: Room 5\n\ntext',
    [['Jane Doe', 'Bob Roe', 'Meeting']],
  ],
])('%s', (_, text, expected) => expect(printed(text)).toEqual(expected));

test.each<[string, string, Printed[]]>([
  [
    'Notes as a table',
    'ok\n\n\n\n\nJane Doe <jane@x.example> \n03/04/2005 10:20 AM\nPlease respond to\n"Users List" <user@x.example>\n\n\nTo\nuser@x.example\ncc\n\nSubject\nRe: plan\n\n\n\n\n\ntext',
    [['jane@x.example', 'user@x.example', 'Re: plan']],
  ],
  [
    'cc:Mail',
    'ok\n\n______________________________ Reply Separator _________________________________\nSubject: Re: plan\nAuthor:  Jane Doe <jane@x.example> at Internet\nDate:    10/16/2000 1:42 PM\n\ntext',
    [['jane@x.example', '', 'Re: plan']],
  ],
  [
    'text before the separator',
    'ok Jane -----Original Message-----\nFrom: Bob Roe\nSent: 1 May 2020 10:00\nTo: Jane\nSubject: plan\n\ntext',
    [['Bob Roe', 'Jane', 'plan']],
  ],
  ['news', '"Jane Doe" <jane@x.example> wrote in message\nnews:c1abc$1@sea.gate.example...\n> text', [['jane@x.example', '', null]]],
])('%s', (_, text, expected) => expect(printed(text)).toEqual(expected));

test.each([
  ['a memo', 'MEMORANDUM\n\nTo: All staff\nFrom: Jane Doe\nDate: 1 May 2020\nSubject: Parking\n\ntext'],
  ['an itinerary', 'From: LEEDS\nTo: YORK\nDate: 1 May 2020\nSeat: 12A'],
  ['a manual', 'The spec says:\n> a line\n\nThat is all.'],
  ['a patch', 'Here is the patch:\n\n12c12\n< old\n---\n> new\n> newer\n'],
  ['answers between unattributed quotes', '> Can it do that?\n\nYes.\n\n> Thanks,\n> Bob\n'],
])('no message: %s', (_, text) => expect(printed(text)).toEqual([]));

test('a Notes name with its place in the directory and without is one person, and a date has no leading "on"', () => {
  const { thread } = readAll(`---------------------- Forwarded by Jane Doe/HQ/CORP on 10/16/2000 01:42 PM ---------------------------


Jane Doe
10/16/2000 01:40 PM
To: Bob Roe/HQ/CORP@CORP
cc:  
Subject: Re: plan

Yes.


Bob Roe on 10/15/2000 09:12:10 AM
To: Jane Doe/HQ/CORP@CORP
cc:  
Subject: plan

Well?`);
  expect(thread.participants.map((one) => one.name)).toEqual(['Jane Doe', 'Bob Roe/HQ/CORP@CORP']);
  expect(thread.messages.map((one) => one.date)).toEqual(['10/16/2000 01:40 PM', '10/15/2000 09:12:10 AM']);
});
