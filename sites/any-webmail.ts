import { composeSurface } from '../page/compose';
import { findParts } from '../page/compose-parts';
import { defineSite } from '../page/site';

/** The last resort: any page with a compose that the generic reading recognises. */
export default defineSite({
  id: 'any-webmail',
  name: 'Webmail',
  matches: [],
  hints: ['[contenteditable="true"]', 'textarea'],
  recognises: (page) => findParts(page, {}).length > 0,
  surfaces: { compose: composeSurface({}) },
});
