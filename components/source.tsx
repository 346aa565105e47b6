export interface SourceView {
  readonly document: string;
  readonly section: string;
  /** Day of publication, ready to read. */
  readonly published: string | null;
  /** When the document was to be reviewed, ready to read; `overdue` marks it. */
  readonly review: string;
  readonly overdue: boolean;
  readonly href: string | null;
}

/** Where something comes from, and how old that is: in one line, with a link where there is one. */
export function Source({ source }: { readonly source: SourceView }) {
  return (
    <>
      {source.href ? (
        <a href={source.href} target="_blank" rel="noreferrer noopener">
          {source.document}
        </a>
      ) : (
        source.document
      )}
      {source.section && ` · ${source.section}`}
      {source.published && ` · ${source.published}`}
      {' · '}
      <span class={source.overdue ? 'overdue' : undefined}>{source.review}</span>
    </>
  );
}
