import { contactsOf, type Pack, type PackPlace, type PackPoint } from '../guidance/pack';
import { reviewOf } from '../guidance/review';
import { PackWords, useWords } from './words';

export type ChecklistPlace = PackPlace | 'everywhere';

export interface ChecklistProps {
  readonly pack: Pack;
  /** `2026-11-21` */
  readonly today: string;
  readonly place: ChecklistPlace;
  /** Ids of points that are ticked. */
  readonly ticked: readonly string[];
  onPlace(place: ChecklistPlace): void;
  onTick(id: string, ticked: boolean): void;
  onClear(): void;
  onPrint(): void;
}

const places = ['everywhere', 'home', 'office', 'travelling'] as const satisfies readonly ChecklistPlace[];
const themes = ['overseen', 'overheard', 'overshared', 'general'] as const satisfies readonly PackPoint['theme'][];

/** The points that are on the list at a place. */
const pointsAt = (pack: Pack, place: ChecklistPlace): readonly PackPoint[] =>
  pack.points.filter((point) => point.checklist && (place === 'everywhere' || point.checklist.includes(place)));

/** Everything to remember, to tick on screen or to print on one page. */
export function Checklist(props: ChecklistProps) {
  const words = useWords();
  const { say, day } = words;
  const { pack, place, ticked } = props;
  const points = pointsAt(pack, place);
  const done = points.filter((point) => ticked.includes(point.id)).length;
  return (
    <main class="checklist" id="main">
      <header>
        <h1>{say('checklist.title')}</h1>
        <p class="note">
          <PackWords pack={pack} text={pack.organisation.name} />
        </p>
      </header>
      <form class="on-screen checklist-bar">
        <fieldset>
          <legend>{say('checklist.place')}</legend>
          <div class="choices">
            {places.map((choice) => (
              <label key={choice} class="choice">
                <input type="radio" name="place" value={choice} checked={place === choice} onChange={() => props.onPlace(choice)} />
                <span>{say(`checklist.place.${choice}`)}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <p role="status">{say('checklist.done', { done, count: points.length })}</p>
        <p class="actions">
          <button type="button" class="button" onClick={props.onPrint}>
            {say('checklist.print')}
          </button>
          <button type="button" class="button-quiet" disabled={ticked.length === 0} onClick={props.onClear}>
            {say('checklist.clear')}
          </button>
        </p>
        <p class="note">{say('checklist.kept')}</p>
      </form>
      {place !== 'everywhere' && <p class="on-paper">{say(`checklist.place.${place}`)}</p>}
      <div class="checklist-columns">
        {themes.map((theme) => {
          const themed = points.filter((point) => point.theme === theme);
          return (
            themed.length > 0 && (
              <section key={theme} aria-labelledby={`checklist-${theme}`} data-theme={theme}>
                <h2 id={`checklist-${theme}`}>{say(`checklist.${theme}`)}</h2>
                <p class="question">{say(`checklist.${theme}.question`)}</p>
                <ul class="plain">
                  {themed.map((point) => (
                    <li key={point.id} data-point={point.id}>
                      <label class="choice">
                        <input type="checkbox" checked={ticked.includes(point.id)} onChange={(event) => props.onTick(point.id, event.currentTarget.checked)} />
                        <span>
                          <PackWords pack={pack} text={point.text} />
                        </span>
                      </label>
                    </li>
                  ))}
                </ul>
              </section>
            )
          );
        })}
      </div>
      <footer>
        <h2>{say('checklist.wrong')}</h2>
        <ul class="plain">
          {pack.situations
            .filter((situation) => situation.report)
            .map((situation) => {
              const [contact] = contactsOf(pack, situation);
              const channel = contact?.channels.find((candidate) => (candidate.state ?? 'works') === 'works');
              return (
                contact &&
                channel && (
                  <li key={situation.id}>
                    <PackWords pack={pack} text={situation.title} />:{' '}
                    <strong>
                      <PackWords pack={pack} text={contact.team} />
                    </strong>
                    , {channel.value}
                  </li>
                )
              );
            })}
        </ul>
        <p>
          <strong>
            <PackWords pack={pack} text={pack.ifUnsure} />
          </strong>
        </p>
        <p class="provenance">
          {pack.documents
            .filter((document) => pack.points.some((point) => point.sources.some((source) => source.document === document.id)))
            .map((document) => {
              const { state, due } = reviewOf(document, props.today);
              return (
                <span key={document.id} data-document={document.id}>
                  {say('contact.from-document', { document: words.pack(pack, document.title) })} {due !== null &&
                    say(`document.${state}`, { date: day(due) })}{' '}
                </span>
              );
            })}
        </p>
      </footer>
    </main>
  );
}
