/** What a page says to its site's file, in a form that can be compared: of the live page and of the test page made of it. */
import { wordsOf } from '../../core/text';
import type { DomSite } from '../../page/site';

export interface PageReading {
  readonly site: string;
  readonly composes: readonly {
    /** Addresses in lower case; the typed text or the name where there is none. */
    readonly recipients: readonly string[];
    readonly mode: string;
    readonly complete: string;
    readonly files: number;
  }[];
  /** `null` where there is no meeting. */
  readonly phase: string | null;
}

export function readPage(site: DomSite, page: Document): PageReading {
  const { compose, meeting } = site.surfaces;
  const composes = (compose?.find(page) ?? []).flatMap((root) => {
    const reading = compose?.read(root, { files: [], pressed: null });
    if (!reading) return [];
    const { items, completeness } = reading.recipients;
    return [
      {
        recipients: items.map(({ address, name }) => address ?? (name === null ? '' : wordsOf(name).toLowerCase())),
        mode: reading.replyMode,
        complete: completeness,
        files: reading.attachments.items.length,
      },
    ];
  });
  const [root] = meeting?.find(page) ?? [];
  return { site: site.id, composes, phase: root ? (meeting?.read(root, null)?.phase ?? null) : null };
}

/** A reading without what censoring must change. */
export const countsOf = (reading: PageReading | null): unknown =>
  reading && { ...reading, composes: reading.composes.map((compose) => ({ ...compose, recipients: compose.recipients.length })) };
