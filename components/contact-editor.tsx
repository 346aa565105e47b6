import { useEffect, useRef, useState } from 'preact/hooks';
import { languageOf, type Pack, type PackChannel, type PackContact, type PackText, wordsIn } from '../guidance/pack';
import type { PackProblem } from '../guidance/read';
import { ErrorSummary, type FieldError } from './error-summary';
import { PackWords, useWords } from './words';

export interface ContactEditorProps {
  /** The pack whose contacts are changed; it stays as it is until `onSave`. */
  readonly pack: Pack;
  /** `2026-11-21` */
  readonly today: string;
  /** Everything that is wrong with a pack; empty for a good one. */
  check(pack: Pack): Promise<readonly PackProblem[]>;
  /** Called with a pack that was checked. */
  onSave(pack: Pack): void;
  onLeave(): void;
}

const kinds = ['phone', 'mail', 'chat', 'web'] as const satisfies readonly PackChannel['kind'][];
const states = ['works', 'in-doubt', 'closed'] as const satisfies readonly NonNullable<PackChannel['state']>[];

/** Where nothing groups the contacts yet. */
const firstGroup = 'contacts';

/** An id that the pack does not have yet. */
function freshId(pack: Pack): string {
  for (let number = pack.contacts.length + 1; ; number += 1) {
    const id = `contact-${number}`;
    if (!pack.contacts.some((contact) => contact.id === id)) return id;
  }
}

/** The pack without one contact, and without what named it. */
function without(pack: Pack, id: string): Pack {
  const others = (ids: readonly string[]): string[] => ids.filter((other) => other !== id);
  return {
    ...pack,
    contacts: pack.contacts.filter((contact) => contact.id !== id),
    situations: pack.situations.map((situation) => ({ ...situation, contacts: others(situation.contacts) })),
    rules: Object.fromEntries(Object.entries(pack.rules).map(([rule, says]) => [rule, says.contacts ? { ...says, contacts: others(says.contacts) } : says])),
  };
}

function moved(pack: Pack, index: number, by: -1 | 1): Pack {
  const contacts = [...pack.contacts];
  const [contact] = contacts.splice(index, 1);
  if (contact) contacts.splice(index + by, 0, contact);
  return { ...pack, contacts };
}

const fieldOf = (problem: PackProblem): string => `edit-${problem.field.replaceAll('.', '-')}`;

/** The organisation's contacts as a form. Nothing applies until all of it is right. */
export function ContactEditor({ pack, today, check, onSave, onLeave }: ContactEditorProps) {
  const words = useWords();
  const { say } = words;
  const [draft, setDraft] = useState(pack);
  const [problems, setProblems] = useState<readonly PackProblem[]>([]);
  /** As they were when it was checked: whoever mends one of them is not taken away from it. */
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const editor = useRef<HTMLElement>(null);
  useEffect(() => editor.current?.focus(), []);
  const change = (next: Pack): void => setDraft(next);
  const tell = (found: readonly PackProblem[]): void => {
    setProblems(found);
    setErrors(found.map((problem) => ({ field: fieldOf(problem), text: label(problem) })));
  };
  /** What was found is told by the contacts' order. */
  const reorder = (next: Pack): void => {
    tell([]);
    setDraft(next);
  };
  const save = async (): Promise<void> => {
    const found = await check(draft);
    tell(found);
    if (found.length === 0) onSave(draft);
  };
  const add = (): void => {
    const groups = draft.groups.length > 0 ? draft.groups : [{ id: firstGroup, title: say('popup.contacts') }];
    const [group] = groups;
    const [document] = draft.documents;
    change({
      ...draft,
      groups,
      contacts: [
        ...draft.contacts,
        {
          id: freshId(draft),
          group: group?.id ?? firstGroup,
          team: '',
          channels: [{ kind: 'phone', value: '' }],
          sources: document ? [{ document: document.id }] : [],
          checked: today,
        },
      ],
    });
  };
  const label = ({ field, reason }: PackProblem): string => {
    const [list, at] = field.split('.');
    const contact = list === 'contacts' ? draft.contacts[Number(at)] : undefined;
    const what = say(`guidance.problem.${reason}`);
    const name = contact && (words.pack(draft, contact.team) || say('guidance.contacts.unnamed'));
    return name === undefined ? `${field}: ${what}` : `${name}: ${what}`;
  };
  return (
    <section class="contact-editor" aria-labelledby="contact-editor-title" tabIndex={-1} ref={editor}>
      <h4 id="contact-editor-title">{say('guidance.contacts.title')}</h4>
      <p class="hint">{say('guidance.contacts.hint')}</p>
      <ErrorSummary errors={errors} />
      {draft.contacts.map((contact, index) => (
        <ContactFields
          key={contact.id}
          pack={draft}
          index={index}
          contact={contact}
          problems={problems}
          onChange={(next) => change({ ...draft, contacts: draft.contacts.map((other) => (other.id === contact.id ? { ...next, checked: today } : other)) })}
          onMove={(by) => reorder(moved(draft, index, by))}
          onRemove={() => reorder(without(draft, contact.id))}
          onSituation={(id, on) =>
            change({
              ...draft,
              situations: draft.situations.map((situation) =>
                situation.id === id
                  ? { ...situation, contacts: [...situation.contacts.filter((other) => other !== contact.id), ...(on ? [contact.id] : [])] }
                  : situation,
              ),
            })
          }
        />
      ))}
      <p class="actions">
        <button type="button" class="button-quiet" data-act="add-contact" onClick={add}>
          {say('guidance.contacts.add')}
        </button>
        <button type="button" class="button" data-act="save-contacts" onClick={() => void save()}>
          {say('guidance.contacts.save')}
        </button>
        <button type="button" class="button-quiet" onClick={onLeave}>
          {say('guidance.leave')}
        </button>
      </p>
    </section>
  );
}

interface ContactFieldsProps {
  readonly pack: Pack;
  readonly index: number;
  readonly contact: PackContact;
  readonly problems: readonly PackProblem[];
  onChange(contact: PackContact): void;
  onMove(by: -1 | 1): void;
  onRemove(): void;
  onSituation(id: string, on: boolean): void;
}

function ContactFields({ pack, index, contact, problems, onChange, onMove, onRemove, onSituation }: ContactFieldsProps) {
  const words = useWords();
  const { say, language } = words;
  const [opened, setOpened] = useState(contact.team === '');
  const nameField = useRef<HTMLInputElement>(null);
  const isNew = useRef(contact.team === '');
  useEffect(() => {
    if (isNew.current) nameField.current?.focus();
  }, []);
  // Moving takes the focus away: the button, or the other one where this was the last step, gets it back.
  const mover = useRef<'up' | 'down' | null>(null);
  const buttons = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (mover.current === null) return;
    const movers = [mover.current, 'up', 'down'].flatMap((act) => buttons.current?.querySelector<HTMLButtonElement>(`[data-act=${act}]:enabled`) ?? []);
    mover.current = null;
    movers[0]?.focus();
  }, [index]);
  const move = (by: -1 | 1): void => {
    mover.current = by < 0 ? 'up' : 'down';
    onMove(by);
  };
  const path = `contacts.${index}`;
  const name = words.pack(pack, contact.team) || say('guidance.contacts.unnamed');
  const wrong = problems.some(({ field }) => field === path || field.startsWith(`${path}.`));
  const raw = (text: PackText | undefined): string => (text === undefined ? '' : wordsIn(pack, text, language));
  /** Changes the words of the language on screen, and leaves the other ones. */
  const rewritten = (before: PackText | undefined, typed: string): PackText => {
    const tag = before === undefined || typeof before === 'string' ? undefined : languageOf(pack, before, language);
    return before === undefined || typeof before === 'string' || tag === undefined ? typed : { ...before, [tag]: typed };
  };
  const optional = (field: 'hours' | 'note', typed: string): void => {
    const { [field]: before, ...rest } = contact;
    onChange(typed.trim() === '' ? rest : { ...rest, [field]: rewritten(before, typed) });
  };
  const setChannels = (channels: PackChannel[]): void => onChange({ ...contact, channels });
  const setChannel = (at: number, next: Partial<PackChannel>): void =>
    setChannels(contact.channels.map((channel, other) => (other === at ? { ...channel, ...next } : channel)));
  const id = (field: string): string => `edit-${path.replace('.', '-')}-${field}`;
  const faults = (field: string): readonly PackProblem[] => problems.filter((problem) => problem.field === `${path}.${field}`);
  const invalid = (field: string) => ({
    'aria-invalid': faults(field).length > 0,
    'aria-describedby': faults(field).length > 0 ? `${id(field.replaceAll('.', '-'))}-error` : undefined,
  });
  const fault = (field: string) =>
    faults(field).length > 0 && (
      <p class="mark" id={`${id(field.replaceAll('.', '-'))}-error`}>
        {faults(field)
          .map(({ reason }) => say(`guidance.problem.${reason}`))
          .join(' ')}
      </p>
    );
  return (
    <details class="edit-contact" data-edit-contact={contact.id} open={opened || wrong} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{name}</summary>
      <div class="field">
        <label for={id('team')}>{say('guidance.contacts.name')}</label>
        <input
          ref={nameField}
          id={id('team')}
          type="text"
          value={raw(contact.team)}
          {...invalid('team')}
          onInput={(event) => onChange({ ...contact, team: rewritten(contact.team, event.currentTarget.value) })}
        />
        {fault('team')}
      </div>
      {pack.groups.length > 1 && (
        <div class="field">
          <label for={id('group')}>{say('guidance.contacts.group')}</label>
          <select id={id('group')} value={contact.group} onChange={(event) => onChange({ ...contact, group: event.currentTarget.value })}>
            {pack.groups.map((group) => (
              <option key={group.id} value={group.id}>
                {words.pack(pack, group.title)}
              </option>
            ))}
          </select>
        </div>
      )}
      <fieldset>
        <legend>{say('guidance.contacts.channels')}</legend>
        {contact.channels.map((channel, at) => {
          const field = `channels.${at}.value`;
          const channelName = channel.value || say(`guidance.contacts.kind.${channel.kind}`);
          return (
            <div key={at} class="edit-channel" data-channel={at}>
              <select
                aria-label={say('guidance.contacts.kind')}
                value={channel.kind}
                onChange={(event) => setChannel(at, { kind: event.currentTarget.value as PackChannel['kind'] })}
              >
                {kinds.map((kind) => (
                  <option key={kind} value={kind}>
                    {say(`guidance.contacts.kind.${kind}`)}
                  </option>
                ))}
              </select>
              <input
                id={id(`channels-${at}-value`)}
                type="text"
                aria-label={say(`guidance.contacts.kind.${channel.kind}`)}
                value={channel.value}
                {...invalid(field)}
                onInput={(event) => setChannel(at, { value: event.currentTarget.value })}
              />
              <select
                aria-label={say('guidance.contacts.state')}
                value={channel.state ?? 'works'}
                onChange={(event) => setChannel(at, { state: event.currentTarget.value as NonNullable<PackChannel['state']> })}
              >
                {states.map((state) => (
                  <option key={state} value={state}>
                    {say(`guidance.contacts.state.${state}`)}
                  </option>
                ))}
              </select>
              <button
                type="button"
                class="button-quiet"
                aria-label={say('guidance.contacts.remove-channel', { channel: channelName })}
                onClick={() => setChannels(contact.channels.filter((_, other) => other !== at))}
              >
                {say('guidance.contacts.remove')}
              </button>
              {fault(field)}
            </div>
          );
        })}
        <p>
          <button type="button" class="button-quiet" data-act="add-channel" onClick={() => setChannels([...contact.channels, { kind: 'mail', value: '' }])}>
            {say('guidance.contacts.add-channel')}
          </button>
        </p>
      </fieldset>
      <div class="field">
        <label for={id('hours')}>{say('guidance.contacts.hours')}</label>
        <input
          id={id('hours')}
          type="text"
          value={raw(contact.hours)}
          {...invalid('hours')}
          onInput={(event) => optional('hours', event.currentTarget.value)}
        />
        {fault('hours')}
      </div>
      <div class="field">
        <label for={id('note')}>{say('guidance.contacts.note')}</label>
        <textarea id={id('note')} rows={2} value={raw(contact.note)} {...invalid('note')} onInput={(event) => optional('note', event.currentTarget.value)} />
        {fault('note')}
      </div>
      <fieldset>
        <legend>{say('guidance.contacts.situations')}</legend>
        <div class="choices">
          {pack.situations.map((situation) => (
            <label key={situation.id} class="choice">
              <input
                type="checkbox"
                checked={situation.contacts.includes(contact.id)}
                onChange={(event) => onSituation(situation.id, event.currentTarget.checked)}
              />
              <span>
                <PackWords pack={pack} text={situation.title} />
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p class="actions" ref={buttons}>
        <button
          type="button"
          class="button-quiet"
          data-act="up"
          aria-label={say('guidance.contacts.up', { name })}
          disabled={index === 0}
          onClick={() => move(-1)}
        >
          <span aria-hidden="true">↑</span>
        </button>
        <button
          type="button"
          class="button-quiet"
          data-act="down"
          aria-label={say('guidance.contacts.down', { name })}
          disabled={index === pack.contacts.length - 1}
          onClick={() => move(1)}
        >
          <span aria-hidden="true">↓</span>
        </button>
        <button type="button" class="button-quiet" data-act="remove-contact" aria-label={say('guidance.contacts.remove-contact', { name })} onClick={onRemove}>
          {say('guidance.contacts.remove')}
        </button>
      </p>
    </details>
  );
}
