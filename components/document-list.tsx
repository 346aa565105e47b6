import type { Pack } from '../guidance/pack';
import { reviewOf } from '../guidance/review';
import { PackProse, useWords } from './words';

/** Where the guidance comes from, how old it is, and whether its review is overdue. */
export function DocumentList({ pack, today }: { readonly pack: Pack; readonly today: string }) {
  const words = useWords();
  const { say, day } = words;
  return (
    <ul class="plain documents">
      {pack.documents.map((document) => {
        const review = reviewOf(document, today);
        const title = words.pack(pack, document.title);
        return (
          <li key={document.id} data-document={document.id} data-review={review.state}>
            {document.url ? (
              <a href={document.url} target="_blank" rel="noreferrer">
                {title}
              </a>
            ) : (
              <span>{title}</span>
            )}
            <p class="provenance">
              {review.state === 'overdue' ? (
                <strong class="mark">{say('document.overdue', { date: day(review.due ?? '') })}</strong>
              ) : (
                say(`document.${review.state}`, review.due ? { date: day(review.due) } : {})
              )}{' '}
              {say('document.checked', { date: day(document.checked) })} {document.access === 'intranet' && say('document.intranet')}
            </p>
            {document.note && (
              <div class="note">
                <PackProse pack={pack} text={document.note} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
