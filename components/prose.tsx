import { blocksOf, type Inline } from '../guidance/markup';

/** A text of a pack with its markup, as elements; never as HTML. A text of one paragraph brings no element of its own. */
export function Prose({ text }: { readonly text: string }) {
  const blocks = blocksOf(text);
  const [only] = blocks;
  if (blocks.length === 1 && only?.kind === 'paragraph') return <Inlines content={only.content} />;
  return (
    <>
      {blocks.map((block, index) =>
        block.kind === 'list' ? (
          <ul key={index}>
            {block.items.map((item, at) => (
              <li key={at}>
                <Inlines content={item} />
              </li>
            ))}
          </ul>
        ) : (
          <p key={index}>
            <Inlines content={block.content} />
          </p>
        ),
      )}
    </>
  );
}

function Inlines({ content }: { readonly content: readonly Inline[] }) {
  return (
    <>
      {content.map((part, index) => {
        if (part.kind === 'link')
          return (
            <a key={index} href={part.href} target="_blank" rel="noreferrer noopener">
              {part.text}
            </a>
          );
        return part.kind === 'bold' ? <strong key={index}>{part.text}</strong> : part.text;
      })}
    </>
  );
}
