import { afterEach, expect, it } from 'vitest';
import outlook from '../../sites/outlook-web';
import { closePages, openPage } from '../support/compose-page';

afterEach(closePages);

it('does not take the signature editor in settings for a compose', () => {
  const page = openPage(
    '<div role="dialog"><div id="editorParent_3"><div role="textbox" contenteditable="true" aria-label="Signature, press Alt+F10 to exit" style="height:90px"></div></div><button>Save</button></div>',
    '/mail/options',
  );
  expect(outlook.surfaces.compose?.find(page)).toEqual([]);
});
