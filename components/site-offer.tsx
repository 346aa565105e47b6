import { useState } from 'preact/hooks';
import type { SiteOffer as Offer } from '../core/offer';
import { useWords } from './words';

export interface SiteOfferProps {
  readonly offer: Offer;
  /** Asks the browser for these match patterns. Whether the person agreed. */
  onAllow(patterns: readonly string[]): Promise<boolean>;
}

/** Offers, with one button, to work on the site of this tab, or to work again where the browser took that back. */
export function SiteOffer({ offer, onAllow }: SiteOfferProps) {
  const { say } = useWords();
  const [declined, setDeclined] = useState(false);
  if (offer.kind === 'none') return null;
  if (offer.kind === 'allowed') {
    return (
      <p class="note" data-offer="allowed">
        {say('offer.allowed', { host: offer.host })}
      </p>
    );
  }
  return (
    <div class="chip" data-offer={offer.kind}>
      <p>{words(offer, say)}</p>
      <p class="actions">
        <button
          type="button"
          class="button"
          onClick={() => {
            setDeclined(false);
            // The browser asks only from within this press, so nothing is awaited before.
            void onAllow(offer.patterns).then((agreed) => setDeclined(!agreed));
          }}
        >
          {offer.kind === 'elsewhere' ? say('offer.allow-all') : say(offer.kind === 'withdrawn' ? 'offer.allow-again' : 'offer.allow', { host: offer.host })}
        </button>
      </p>
      <p class="note" role="status">
        {declined ? say('offer.declined') : say('offer.note')}
      </p>
    </div>
  );
}

function words(offer: Exclude<Offer, { kind: 'none' | 'allowed' }>, say: ReturnType<typeof useWords>['say']): string {
  switch (offer.kind) {
    case 'looks-like':
      return say(`offer.looks-like.${offer.looksLike}`, { host: offer.host });
    case 'suggested':
      return say('offer.suggested', { host: offer.host });
    case 'withdrawn':
      return say('offer.withdrawn', { host: offer.host });
    case 'elsewhere':
      return say('offer.elsewhere', { count: offer.count });
  }
}
