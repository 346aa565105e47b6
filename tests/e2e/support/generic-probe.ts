/** Runs in a page: what generic reading alone, without any site's file, sees there. Bundled by `generic-reading.ts`. */
import type { Recipient } from '../../../core/observation';
import { wordsOf } from '../../../core/text';
import anyWebmail from '../../../sites/any-webmail';
import type { GenericReading } from './generic-reading';

const written = ({ address, name }: Recipient): string => address ?? (name === null ? '' : wordsOf(name));

const readAll = (): readonly GenericReading[] => {
  const reader = anyWebmail.surfaces.compose;
  return (reader?.find(document) ?? []).flatMap((root) => {
    const reading = reader?.read(root, { files: [], pressed: null });
    if (!reading) return [];
    const field = (kind: string): string[] => reading.recipients.items.filter((item) => item.field === kind).map(written);
    return [
      {
        to: field('to'),
        cc: field('cc'),
        bcc: field('bcc'),
        complete: reading.recipients.completeness,
        subject: wordsOf(reading.subject),
        mode: reading.replyMode,
        account: reading.account?.address ?? null,
        files: reading.attachments.items.map(({ name }) => wordsOf(name)),
        writes: reading.body.kind,
        clear: reader?.layout(root).keepClear.filter(({ how }) => how === 'never').length ?? 0,
      },
    ];
  });
};

Object.assign(globalThis, { readAll });
