import { useState } from 'preact/hooks';
import type { TriedAddress } from '../core/domain-input';
import { Findable } from './findable';
import { useWords } from './words';

export interface TryAddressProps {
  tryAddress(text: string): TriedAddress;
  readable(domain: string): string;
}

/** Type an address, and see whose Second Glance takes it to be, and why. */
export function TryAddress({ tryAddress, readable }: TryAddressProps) {
  const { say } = useWords();
  const [text, setText] = useState('');
  const tried = text.trim() === '' ? null : tryAddress(text);
  return (
    <Findable as="section" class="field" aria-labelledby="try-title" texts={[say('options.try'), say('options.try.label'), say('options.try.hint')]}>
      <h3 id="try-title">{say('options.try')}</h3>
      <label for="try">{say('options.try.label')}</label>
      <p class="hint" id="try-hint">
        {say('options.try.hint')}
      </p>
      <input
        id="try"
        type="text"
        inputMode="email"
        autocomplete="off"
        spellcheck={false}
        aria-describedby="try-hint"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div role="status" class="tried">
        {tried?.kind === 'no-address' && <p class="note">{say('options.try.no-address')}</p>}
        {tried?.kind === 'address' && (
          <>
            <p data-standing={tried.personal ? 'personal' : tried.standing}>
              <strong>{say(`options.try.${tried.personal ? 'personal' : tried.standing}`)}</strong>{' '}
              {tried.by !== null
                ? say('options.try.by', { domain: readable(tried.domain), by: readable(tried.by) })
                : say(tried.personal ? 'options.try.provider' : 'options.try.not-listed', { domain: readable(tried.domain) })}
            </p>
            {tried.inside !== null && <p class="note">{say('options.try.inside', { domain: readable(tried.inside) })}</p>}
          </>
        )}
      </div>
    </Findable>
  );
}
