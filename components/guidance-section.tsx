import { useEffect, useRef, useState } from 'preact/hooks';
import type { Undo } from '../core/setting';
import { type Pack, plainIn } from '../guidance/pack';
import type { PackDifference, PackProblem, PackReading } from '../guidance/read';
import { reviewOf } from '../guidance/review';
import { ContactEditor } from './contact-editor';
import { DocumentList } from './document-list';
import { useDraft } from './draft';
import { useWords, type Words } from './words';

export type GuidanceChoice = 'moj' | 'general' | 'own';

export interface GuidanceSectionProps {
  readonly choice: GuidanceChoice;
  readonly managed: boolean;
  /** The pack in use is the policy's own: no choice is left. */
  readonly packManaged?: boolean | undefined;
  /** The pack in use. */
  readonly pack: Pack;
  /** The organisation's own pack, where one was kept. */
  readonly ownPack: Pack | null;
  /** The own pack is chosen and cannot be read. */
  readonly unreadable: boolean;
  /** `2026-11-21` */
  readonly today: string;
  /** Reads what somebody wrote, all or nothing. */
  readPack(text: string): Promise<PackReading>;
  /** The pack as a text to edit or to keep as a file. */
  writePack(pack: Pack): Promise<string>;
  /** What a pack changes against the shipped one. */
  compare(pack: Pack): Promise<readonly PackDifference[]>;
  /** @param first what has to be done before, and is undone with it */
  onChoose(choice: GuidanceChoice, told: string, first?: () => Promise<Undo>): Promise<boolean>;
  /** Keeps an own pack in place of the one before. Rejects when it could not be stored. */
  onKeep(pack: Pack): Promise<Undo>;
  /** Removes the own pack. Rejects when it could not be removed. */
  onForget(): Promise<Undo>;
  onExport(name: string, text: string): void;
}

const choices = ['moj', 'general', 'own'] as const;
const problemLimit = 10;

function problemText({ say }: Words, { reason, field, line }: PackProblem): string {
  const what = say(`guidance.problem.${reason}`);
  const where = field === '' ? '' : `${field}: `;
  return line === null ? where + what : `${say('guidance.problem.line', { line })} ${where}${what}`;
}

interface Checked {
  readonly pack: Pack;
  readonly differences: readonly PackDifference[];
}

/** What changed, by the names of the parts. */
function Differences({ changes }: { readonly changes: readonly PackDifference[] }) {
  const { say } = useWords();
  if (changes.length === 0) return <p>{say('guidance.difference.none')}</p>;
  return (
    <ul>
      {changes.map(({ part, id, change }) => (
        <li key={part + id}>{say(`guidance.difference.${change}`, { part: say(`guidance.part.${part}`), id })}</li>
      ))}
    </ul>
  );
}

/** Whose guidance is shown, how old it is, and the organisation's own. */
export function GuidanceSection(props: GuidanceSectionProps) {
  const words = useWords();
  const { say } = words;
  const { pack, ownPack } = props;
  const managed = props.managed || props.packManaged === true;
  const [problems, setProblems] = useState<readonly PackProblem[]>([]);
  const [checked, setChecked] = useState<Checked | null>(null);
  const [edited, setEdited] = useDraft('pack-text');
  const [failed, setFailed] = useState(false);
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [changes, setChanges] = useState<readonly PackDifference[] | null>(null);

  // What a press brings up gets the focus; what is there again after a reload does not.
  const section = useRef<HTMLDivElement>(null);
  const awaited = useRef<string | null>(null);
  useEffect(() => {
    const there = awaited.current === null ? null : section.current?.querySelector<HTMLElement>(awaited.current);
    if (!there) return;
    awaited.current = null;
    there.focus();
  });
  const goTo = (selector: string): void => {
    awaited.current = selector;
  };

  const check = async (text: string): Promise<void> => {
    setChecked(null);
    setFailed(false);
    const reading = await props.readPack(text);
    setProblems(reading.kind === 'problems' ? reading.problems : []);
    if (reading.kind === 'pack') goTo('[data-part=checked]');
    if (reading.kind === 'pack') setChecked({ pack: reading.pack, differences: await props.compare(reading.pack) });
  };
  const keep = (fresh: Pack): void => {
    const told = say('guidance.kept', { name: plainIn(fresh, fresh.organisation.name, words.language) });
    void props
      .onChoose('own', told, () => props.onKeep(fresh))
      .then((done) => {
        setFailed(!done);
        if (!done) return;
        setChecked(null);
        setEdited(null);
        setEditing(false);
        setChanges(null);
        goTo('[data-act=edit-contacts]');
      });
  };
  const overdue = pack.documents.filter((document) => reviewOf(document, props.today).state === 'overdue');

  return (
    <div ref={section}>
      {managed && <p class="mark">{say('options.managed')}</p>}
      {props.unreadable && (
        <p class="chip" data-unreadable="true">
          {say('guidance.unreadable')}
        </p>
      )}
      <fieldset disabled={managed}>
        <legend>{say('guidance.choice')}</legend>
        {choices.map((choice) => (
          <label key={choice} class="choice choice-line">
            <input
              type="radio"
              name="guidance"
              value={choice}
              checked={props.choice === choice}
              disabled={choice === 'own' && !ownPack}
              onChange={() => void props.onChoose(choice, say('guidance.chosen'))}
            />
            <span>
              {choice === 'own' && ownPack
                ? say('guidance.choice.own-named', { name: words.pack(ownPack, ownPack.organisation.name) })
                : say(`guidance.choice.${choice}`)}
            </span>
          </label>
        ))}
      </fieldset>

      <h3>{say('popup.documents')}</h3>
      <DocumentList pack={pack} today={props.today} />
      {overdue.length > 0 && <p class="note">{say('guidance.overdue')}</p>}

      <h3>{say('guidance.own')}</h3>
      <p>{say('guidance.own.text')}</p>
      <p class="actions">
        <button
          type="button"
          class="button-quiet"
          onClick={() => void props.writePack(pack).then((text) => props.onExport(`second-glance-${pack.id}.yaml`, text))}
        >
          {say('guidance.export')}
        </button>
        {!managed && !editing && (
          <button type="button" class="button-quiet" data-act="edit-contacts" onClick={() => setEditing(true)}>
            {say('guidance.contacts.edit')}
          </button>
        )}
        {!managed && (
          <button
            type="button"
            class="button-quiet"
            onClick={() => {
              goTo('#pack-text');
              void props.writePack(ownPack ?? pack).then(setEdited);
            }}
          >
            {say('guidance.edit')}
          </button>
        )}
      </p>
      {editing && !managed && (
        <ContactEditor
          pack={ownPack ?? pack}
          today={props.today}
          check={async (draft) => {
            const reading = await props.readPack(JSON.stringify(draft));
            return reading.kind === 'problems' ? reading.problems : [];
          }}
          onSave={keep}
          onLeave={() => {
            goTo('[data-act=edit-contacts]');
            setEditing(false);
          }}
        />
      )}
      {ownPack && (
        <details
          data-part="differences"
          onToggle={(event) => {
            if (event.currentTarget.open) void props.compare(ownPack).then(setChanges);
          }}
        >
          <summary>{say('guidance.compare')}</summary>
          {changes && <Differences changes={changes} />}
        </details>
      )}
      {ownPack && !managed && (
        <p class="actions" data-part="reset">
          {removing ? (
            <>
              <span class="mark" tabIndex={-1} data-part="sure">
                {say('guidance.reset.sure')}
              </span>
              <button
                type="button"
                class="button"
                onClick={() => {
                  setRemoving(false);
                  void props.onChoose('moj', say('guidance.reset.done'), props.onForget).then((done) => setFailed(!done));
                }}
              >
                {say('guidance.reset.yes')}
              </button>
              <button
                type="button"
                class="button-quiet"
                onClick={() => {
                  goTo('[data-part=reset] button');
                  setRemoving(false);
                }}
              >
                {say('guidance.leave')}
              </button>
            </>
          ) : (
            <button
              type="button"
              class="button-quiet"
              onClick={() => {
                goTo('[data-part=sure]');
                setRemoving(true);
              }}
            >
              {say('guidance.reset')}
            </button>
          )}
        </p>
      )}
      {!managed && (
        <div class="field">
          <label for="pack-file">{say('guidance.import')}</label>
          <p class="hint" id="pack-file-hint">
            {say('guidance.import.hint')}
          </p>
          <input
            id="pack-file"
            type="file"
            accept=".json,.yaml,.yml"
            aria-describedby="pack-file-hint"
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              if (file) void file.text().then(check);
            }}
          />
        </div>
      )}
      {edited !== null && (
        <div class="field">
          <label for="pack-text">{say('guidance.text')}</label>
          <p class="hint" id="pack-text-hint">
            {say('guidance.text.hint')}
          </p>
          <textarea
            id="pack-text"
            class="code"
            rows={20}
            spellcheck={false}
            aria-describedby="pack-text-hint"
            aria-invalid={problems.length > 0}
            value={edited}
            onInput={(event) => setEdited(event.currentTarget.value)}
          />
          <p class="actions">
            <button type="button" class="button" onClick={() => void check(edited)}>
              {say('guidance.check')}
            </button>
            <button
              type="button"
              class="button-quiet"
              onClick={() => {
                setEdited(null);
                setProblems([]);
              }}
            >
              {say('guidance.leave')}
            </button>
          </p>
        </div>
      )}
      <div role="alert">
        {failed && <p class="mark">{say('options.not-stored')}</p>}
        {problems.length > 0 && (
          <div class="error-summary" data-problems={problems.length}>
            <h4>{say('guidance.problems', { count: problems.length })}</h4>
            <ul>
              {problems.slice(0, problemLimit).map((problem) => (
                <li key={problem.field + problem.reason}>{problemText(words, problem)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {checked && (
        <section class="chip" aria-labelledby="pack-checked" tabIndex={-1} data-part="checked">
          <h4 id="pack-checked">{say('guidance.ready', { name: words.pack(checked.pack, checked.pack.organisation.name), version: checked.pack.version })}</h4>
          <p>{say('guidance.ready.counts', { points: checked.pack.points.length, contacts: checked.pack.contacts.length })}</p>
          <details>
            <summary>{say('guidance.differences', { count: checked.differences.length })}</summary>
            <Differences changes={checked.differences} />
          </details>
          <p class="actions">
            <button type="button" class="button" onClick={() => keep(checked.pack)}>
              {say('guidance.use')}
            </button>
            <button type="button" class="button-quiet" onClick={() => setChecked(null)}>
              {say('guidance.leave')}
            </button>
          </p>
        </section>
      )}
    </div>
  );
}
