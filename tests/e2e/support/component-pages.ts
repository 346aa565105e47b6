import { patterns } from '../../page/compose-patterns';

/** Composes in open shadow roots, written to a private address, by what they are built of. */
export const componentPages: readonly (readonly [what: string, html: string])[] = patterns
  .filter(({ html }) => html.includes('shadowrootmode'))
  .map(({ name, html }) => [name, html.replaceAll('ann@outside.example', 'jane_smith@gmail.com')] as const);
