import type { Catalog, Message } from '../core/message';
import type { Fact, RuleId } from '../core/rule';
import { MessageText } from './message';

export interface FindingsView {
  readonly facts: readonly Fact[];
  /** The other findings, one line each. */
  readonly lines: readonly { readonly rule: RuleId; readonly message: Message }[];
}

export interface FindingsProps {
  readonly catalog: Catalog;
  readonly view: FindingsView;
}

/** What was found: the facts of the leading finding, then one line for each of the others. */
export function Findings({ catalog, view }: FindingsProps) {
  return (
    <>
      {view.facts.length > 0 && (
        <ul class="facts">
          {view.facts.map((fact) => (
            <li key={fact.name} data-fact={fact.name} data-count={fact.count}>
              <MessageText catalog={catalog} message={fact.message} />
            </li>
          ))}
        </ul>
      )}
      {view.lines.length > 0 && (
        <ul class="lines">
          {view.lines.map((line) => (
            <li key={line.rule} data-line={line.rule}>
              <MessageText catalog={catalog} message={line.message} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
