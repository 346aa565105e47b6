import { useState } from 'preact/hooks';
import type { DomainReading } from '../core/domain-input';
import { DomainList } from './domain-list';
import { ErrorSummary, type FieldError } from './error-summary';
import { CallPicture, ChainPicture, HomePicture } from './welcome-pictures';
import { useWords } from './words';

export interface WelcomeProps {
  readonly ownDomains: readonly string[];
  /** A policy sets the domains. */
  readonly managed: boolean;
  readonly presets: readonly { readonly id: string; readonly label?: string; readonly domains: readonly string[] }[];
  readDomains(text: string): DomainReading;
  readable(domain: string): string;
  /** Rejects when it could not be stored. */
  onDomains(change: { readonly add: readonly string[]; readonly remove: readonly string[] }): Promise<void>;
  onOpenOptions(): void;
}

const moments = [
  ['chain', ChainPicture],
  ['home', HomePicture],
  ['call', CallPicture],
] as const;

/** The page after install: what it does, what it sees and never does, and the one thing to set. */
export function Welcome(props: WelcomeProps) {
  const { say } = useWords();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [told, setTold] = useState<string | null>(null);
  return (
    <main class="welcome" id="main" tabIndex={-1}>
      <h1>{say('welcome.title')}</h1>
      <p class="lead">{say('welcome.lead')}</p>
      <ErrorSummary errors={errors} />
      <ul class="plain moments">
        {moments.map(([name, Picture]) => (
          <li key={name}>
            <Picture />
            <h2>{say(`welcome.${name}`)}</h2>
            <p>{say(`welcome.${name}.text`)}</p>
          </li>
        ))}
      </ul>
      <div class="two">
        <section aria-labelledby="sees">
          <h2 id="sees">{say('welcome.sees')}</h2>
          <ul>
            {['messages', 'meetings', 'nowhere'].map((thing) => (
              <li key={thing}>{say(`welcome.sees.${thing}`)}</li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="never">
          <h2 id="never">{say('welcome.never')}</h2>
          <ul>
            {['send', 'store', 'block'].map((thing) => (
              <li key={thing}>{say(`welcome.never.${thing}`)}</li>
            ))}
          </ul>
        </section>
      </div>
      <section aria-labelledby="set">
        <h2 id="set">{say('welcome.set')}</h2>
        <p>{say('welcome.set.text')}</p>
        <DomainList
          list="own"
          domains={props.ownDomains}
          managed={props.managed}
          errors={errors}
          presets={props.presets}
          readable={props.readable}
          read={props.readDomains}
          onErrors={setErrors}
          onChange={(change, done) =>
            void props.onDomains(change).then(
              () => setTold(done),
              () => setErrors([{ field: 'domains-own', text: say('options.not-stored') }]),
            )
          }
        />
        <p role="status" class="told">
          {told}
        </p>
      </section>
      <section aria-labelledby="try">
        <h2 id="try">{say('welcome.try')}</h2>
        <p>{say('welcome.try.text')}</p>
        <p>
          <a class="as-button" href="practice.html">
            {say('welcome.try.link')}
          </a>
        </p>
      </section>
      <section aria-labelledby="next">
        <h2 id="next">{say('welcome.next')}</h2>
        <p>{say('welcome.next.text')}</p>
        <p class="actions">
          <button type="button" class="button-quiet" onClick={props.onOpenOptions}>
            {say('welcome.options')}
          </button>
        </p>
      </section>
    </main>
  );
}
