import { afterEach, expect, it } from 'vitest';
import roundcube from '../../sites/roundcube';
import { closePages, openPage } from '../support/compose-page';

afterEach(closePages);

it('is recognised by its fields and nothing else', () => {
  expect(roundcube.recognises?.(openPage('<form name="form"><textarea name="_to"></textarea><textarea name="_message"></textarea></form>'))).toBe(true);
  expect(roundcube.recognises?.(openPage('<form><input name="_user"><input type="password" name="_pass"></form>'))).toBe(false);
});
