import { accountFrom } from '../page/account';
import { composeSurface } from '../page/compose';
import { messageSurface } from '../page/message';
import { defineSite } from '../page/site';
import { all, attribute, closest, documentOf, first, isShown, rawTextOf } from '../page/tree';
import { personOf } from '../page/typed-people';

/**
 * Proton Mail. Test ids come from its own source (ProtonMail/WebClients `applications/mail/src/app/components/composer`, read 2026-11; `research/webmail-dom.md` §3).
 * Without focus, recipients fold into one line of contact and group names; the quote is left out of the page until it is opened.
 */
const removeButton = '[data-testid^="remove-address-button-"]';

export default defineSite({
  id: 'proton-mail',
  name: 'Proton Mail',
  matches: ['https://mail.proton.me/*'],
  hints: ['[data-testid="composer:subject"]', '[data-testid="rooster-iframe"]', '[data-testid="content-iframe"]'],
  surfaces: {
    compose: composeSurface({
      marks: ['[data-testid="composer:subject"]'],
      fields: {
        to: '[data-testid="composer:to"],[data-testid="composer:address"]',
        cc: '[data-testid="composer:to-cc"]',
        bcc: '[data-testid="composer:to-bcc"]',
        subject: '[data-testid="composer:subject"]',
        from: '[data-testid="composer:from"]',
      },
      root: (editor) => closest(editor, '.composer[data-id]'),
      send: '[data-testid="composer:send-button"]',
      notSend: '[data-testid="composer:send-actions"]',
      recipients: {
        // A contact group is built by `AddressesGroupItem.tsx`, with the class only and nobody's address in it.
        chip: '[data-testid="composer-addresses-item"],.composer-addresses-item',
        readChip(chip) {
          const button = first(chip, removeButton);
          const address = button ? (personOf((attribute(button, 'data-testid') ?? '').replace('remove-address-button-', ''))?.address ?? null) : null;
          const label = personOf(rawTextOf(chip));
          return address ? { address, name: label?.address === address ? label.name : label?.address ? null : (label?.name ?? null) } : null;
        },
        foldedRow: '[data-testid="composer:address"]',
      },
      attachments: { chip: '[data-testid="attachment-item"]' },
      account(parts) {
        const menu = first(documentOf(parts.root), '[data-testid="heading:userdropdown"]');
        return menu && accountFrom(attribute(menu, 'title') ?? '');
      },
      quote: (parts) => ({ collapsed: all(parts.root, '[data-testid="composer:show-original"],[data-testid="message-view:expand-codeblock"]').some(isShown) }),
      unusable: (parts) => closest(parts.root, '.composer--is-minimized') !== null,
    }),
    // `MessageView.tsx`, `MessageBodyIframe.tsx`, `RecipientItemLayout.tsx` (WebClients, read 2026-11): each person's test id ends in the address.
    message: messageSurface({
      marks: ['[data-testid^="message-view-"]'],
      root: (body) => closest(body, '[data-testid^="message-view-"]'),
      sender: '[data-testid="recipients:sender"] [data-testid^="recipient:details-dropdown-"],[data-testid^="recipient:details-dropdown-"]',
      readPerson(element) {
        const id = attribute(element, 'data-testid') ?? '';
        const address = id.startsWith('recipient:details-dropdown-') ? (personOf(id.replace('recipient:details-dropdown-', ''))?.address ?? null) : null;
        const name = personOf(rawTextOf(element).slice(0, 200));
        return address ? { address, name: name?.address ? null : (name?.name ?? null) } : null;
      },
    }),
  },
});
