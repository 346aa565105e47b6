import { useState } from 'preact/hooks';
import type { ProblemPart } from '../core/ports';
import { useWords } from './words';

/** What Second Glance sees on the tab in front. */
export type TabView =
  | { readonly kind: 'asking' }
  /** A page that Second Glance may not or need not read. */
  | { readonly kind: 'unwatched' }
  | {
      readonly kind: 'watched';
      /** Product name as people know it; `null` on a page that is read in general. */
      readonly site: string | null;
      readonly siteId?: string | null;
      /** Domain of the sending account, or `null` where the page does not tell. */
      readonly accountDomain: string | null;
      readonly composes: number;
      readonly meeting: boolean;
      readonly problems: readonly ProblemPart[];
    };

export interface TabStatusProps {
  readonly view: TabView;
  /** Whether the organisation's own domains are known. */
  readonly domainsSet: boolean;
  /** Whether the person may change the domains (a policy can lock them). */
  readonly mayChangeDomains: boolean;
  onTakeDomain(domain: string): void;
  onOpenOptions(section: 'domains' | 'sites'): void;
  /** Copies a description of the page's structure without its words. Whether that worked. */
  onCopyReport(): Promise<boolean>;
}

/** Says what is seen on this tab, and offers to set the organisation's domains where they are missing. */
export function TabStatus({ view, domainsSet, mayChangeDomains, onTakeDomain, onOpenOptions, onCopyReport }: TabStatusProps) {
  const { say } = useWords();
  const [copied, setCopied] = useState<boolean | null>(null);
  const account = view.kind === 'watched' ? view.accountDomain : null;
  return (
    <section class="tab-status" aria-labelledby="tab-title">
      <h2 id="tab-title" class="visually-hidden">
        {say('tab.title')}
      </h2>
      <div role="status" data-tab={view.kind}>
        {view.kind === 'asking' && <p>{say('tab.asking')}</p>}
        {view.kind === 'unwatched' && <p>{say('tab.unwatched')}</p>}
        {view.kind === 'watched' && (
          <>
            <p>
              <strong>{view.site === null ? say('tab.watched-page') : say('tab.watched', { site: view.site })}</strong>{' '}
              {account && say('tab.account', { domain: account })}
            </p>
            <p>
              {view.composes > 0 && say('tab.composes', { count: view.composes })} {view.meeting && say('tab.meeting')}
              {view.composes === 0 && !view.meeting && say('tab.nothing')}
            </p>
            {view.problems.length > 0 && (
              <>
                <p class="mark" data-problems={view.problems.join(' ')}>
                  {say(view.problems.includes('removed') ? 'tab.removed' : view.problems.every((problem) => problem === 'drift') ? 'tab.drift' : 'tab.off')}
                </p>
                <p>
                  <button type="button" class="button-quiet" onClick={() => void onCopyReport().then(setCopied)}>
                    {say('tab.report')}
                  </button>{' '}
                  {copied !== null && say(copied ? 'tab.report.copied' : 'tab.report.failed')}
                </p>
                <p class="note">{say('tab.report.hint')}</p>
              </>
            )}
          </>
        )}
      </div>
      {view.kind === 'unwatched' && (
        <button type="button" class="button-quiet" onClick={() => onOpenOptions('sites')}>
          {say('tab.unwatched.add')}
        </button>
      )}
      {!domainsSet && mayChangeDomains && (
        <div class="chip" data-domains="unset">
          <p>{say('tab.domains.unset')}</p>
          <p class="actions">
            {account && (
              <button type="button" class="button" onClick={() => onTakeDomain(account)}>
                {say('tab.domains.take', { domain: account })}
              </button>
            )}
            <button type="button" class={account ? 'button-quiet' : 'button'} onClick={() => onOpenOptions('domains')}>
              {say('tab.domains.options')}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}
