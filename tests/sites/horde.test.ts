import { expect, it } from 'vitest';
import horde from '../../sites/horde';
import { describeSite, familyPage, readProduct } from '../support/describe-site';

const page = familyPage('horde dynamic');
const typed = { to: ['Ann Other <ann@outside.example> ~', 'typed@y.example ~'], cc: ['carol@x.example ~'], account: 'jane.smith@justice.example' };
describeSite(horde, page, typed);
describeSite(horde, familyPage('Horde smartphone'), { files: [] });

it.each([
  ['replyallnotice', 'reply-all'],
  ['replylistnotice', 'reply-all'],
  ['fwdbodynotice', 'forward'],
  ['fwdattachnotice', 'forward'],
])('believes the notice %s: %s', (id, mode) => {
  const notices = (html: string) =>
    html.replace(
      '</table>',
      `</table><ul>${['replyallnotice', 'replylistnotice', 'fwdbodynotice', 'fwdattachnotice'].map((other) => `<li id="${other}" ${other === id ? '' : 'style="display:none"'}>Notice</li>`).join('')}</ul>`,
    );
  expect(readProduct(horde, page, notices)).toMatchObject({ mode });
});
