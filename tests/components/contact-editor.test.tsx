import { beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../assets/styles/options.css';
import { ContactEditor } from '../../components/contact-editor';
import type { Pack } from '../../guidance/pack';
import { general } from '../../guidance/packs/general';
import { moj } from '../../guidance/packs/moj';
import { readPackText } from '../../guidance/read';
import { until } from '../support/until';
import { mount, named, one } from './support';

beforeEach(() => page.viewport(900, 800));

function open(pack: Pack = moj, language = 'en-GB') {
  const saved = vi.fn<(pack: Pack) => void>();
  const { root } = mount(
    <ContactEditor
      pack={pack}
      today="2026-11-22"
      check={async (draft) => {
        const reading = readPackText(JSON.stringify(draft));
        return reading.kind === 'problems' ? reading.problems : [];
      }}
      onSave={saved}
      onLeave={vi.fn()}
    />,
    language,
  );
  const contact = (id: string) => {
    const details = one<HTMLDetailsElement>(root, `[data-edit-contact=${id}]`);
    details.open = true;
    return details;
  };
  const save = () => userEvent.click(one(root, '[data-act=save-contacts]'));
  const kept = () => saved.mock.calls.at(-1)?.[0] as Pack;
  return { root, saved, contact, save, kept };
}

describe('changing', () => {
  test('a number, hours and a note; what was not touched stays as it was', async () => {
    const { contact, save, kept, saved } = open();
    const desk = contact('technology-service-desk');
    await userEvent.fill(one(desk, '[data-channel="0"] input'), '0800 000 0000');
    await userEvent.fill(one(desk, '[id$=hours]'), 'Monday to Friday, 8 to 6');
    await userEvent.fill(one(desk, 'textarea'), 'Say **stolen** first.');
    await save();
    await until(() => expect(saved).toHaveBeenCalledOnce());
    const [first, ...others] = kept().contacts;
    expect(first).toMatchObject({ hours: 'Monday to Friday, 8 to 6', note: 'Say **stolen** first.', checked: '2026-11-22' });
    expect(first?.channels[0]?.value).toBe('0800 000 0000');
    expect(others).toEqual(moj.contacts.slice(1));
    expect({ ...kept(), contacts: [] }).toEqual({ ...moj, contacts: [] });
  });

  test('in Welsh the Welsh words change, and the English stay', async () => {
    const { contact, save, kept, saved } = open(moj, 'cy');
    const desk = contact('digital-service-desk');
    await userEvent.fill(one(desk, 'textarea'), 'Nodyn');
    await save();
    await until(() => expect(saved).toHaveBeenCalled());
    const before = moj.contacts.find(({ id }) => id === 'digital-service-desk')?.note as { en: string };
    expect(kept().contacts.find(({ id }) => id === 'digital-service-desk')?.note).toEqual({ en: before.en, cy: 'Nodyn' });
  });

  test('one is removed with everything that named it', async () => {
    const { contact, save, kept, saved } = open();
    await userEvent.click(one(contact('privacy-team'), '[data-act=remove-contact]'));
    await save();
    await until(() => expect(saved).toHaveBeenCalled());
    expect(JSON.stringify(kept())).not.toContain('"privacy-team"');
  });

  test('one is added where there was none, and shown for what happened', async () => {
    const { root, contact, save, kept, saved } = open(general);
    await userEvent.click(one(root, '[data-act=add-contact]'));
    const fresh = contact('contact-1');
    await userEvent.fill(one(fresh, '[id$=team]'), 'Service desk');
    await userEvent.fill(one(fresh, '[data-channel="0"] input'), '01632 960 001');
    await userEvent.click(named(fresh, 'label', 'I lost a device').querySelector('input') as Element);
    await save();
    await until(() => expect(saved).toHaveBeenCalled());
    expect(kept().contacts.map(({ team }) => team)).toEqual(['Service desk']);
    expect(kept().situations.find(({ id }) => id === 'lost-device')?.contacts).toEqual(['contact-1']);
  });

  test('order, by key: the focus stays with what moves', async () => {
    const { contact } = open();
    const moved = contact('operational-security');
    one(moved, '[data-act=up]').focus();
    const steps = moj.contacts.findIndex(({ id }) => id === 'operational-security');
    for (let step = 1; step <= steps; step += 1) {
      await userEvent.keyboard('{Enter}');
      // At the top there is only the way down.
      await until(() => expect(document.activeElement).toBe(one(moved, step < steps ? '[data-act=up]' : '[data-act=down]')));
    }
  });

  test('order', async () => {
    const { contact, save, kept, saved } = open();
    await userEvent.click(one(contact('operational-security'), '[data-act=up]'));
    await save();
    await until(() => expect(saved).toHaveBeenCalled());
    const ids = kept().contacts.map(({ id }) => id);
    expect(ids.indexOf('operational-security')).toBe(moj.contacts.findIndex(({ id }) => id === 'operational-security') - 1);
  });
});

describe('what is wrong', () => {
  test.each([
    ['phone', 'call me', 'a phone number'],
    ['mail', 'desk at example', 'a mail address'],
    ['web', 'http://intranet.example', 'a link'],
    ['web', 'javascript:alert(1)', 'a link'],
  ])('%s “%s” is told at its field, and nothing is saved', async (kind, value, told) => {
    const { root, contact, save, saved } = open();
    const desk = contact('technology-service-desk');
    await userEvent.selectOptions(one(desk, '[data-channel="0"] select'), kind);
    await userEvent.fill(one(desk, '[data-channel="0"] input'), value);
    await save();
    await until(() => expect(one(root, '.error-summary').textContent).toContain(told));
    expect(one(desk, '[data-channel="0"] input').getAttribute('aria-invalid')).toBe('true');
    expect(one(desk, '[data-channel="0"] .mark').textContent).toContain(told);
    expect(saved).not.toHaveBeenCalled();
  });

  test('is mended by key, letter by letter, without being taken away from the field', async () => {
    const { root, save, saved, kept } = open();
    await userEvent.click(one(root, '[data-act=add-contact]'));
    // What is new begins with its name.
    await until(() => expect(document.activeElement?.id).toMatch(/-team$/));
    await save();
    await until(() => expect(document.activeElement).toBe(one(root, '.error-summary')));
    await userEvent.keyboard('{Tab}{Enter}');
    expect(document.activeElement?.id).toMatch(/-team$/);
    await userEvent.keyboard('Service desk');
    expect((document.activeElement as HTMLInputElement).value).toBe('Service desk');
    await userEvent.fill(one(root, '[data-edit-contact]:last-of-type [data-channel="0"] input'), '01632 960 001');
    await save();
    await until(() => expect(saved).toHaveBeenCalled());
    expect(kept().contacts.at(-1)?.team).toBe('Service desk');
  });

  test('a contact without a name', async () => {
    const { root, save, saved } = open();
    await userEvent.click(one(root, '[data-act=add-contact]'));
    await save();
    await until(() => expect(one(root, '.error-summary').textContent).toContain('New contact'));
    expect(saved).not.toHaveBeenCalled();
  });
});
