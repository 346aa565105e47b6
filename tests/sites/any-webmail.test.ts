import { afterEach, expect, it } from 'vitest';
import anyWebmail from '../../sites/any-webmail';
import { closePages, openPage } from '../support/compose-page';

afterEach(closePages);

it.each([
  [
    'contact form',
    '<form><label>Your name <input name="name"></label><label>Email <input type="email" name="email"></label><label>Subject <input name="subject"></label><textarea name="message" style="height:200px"></textarea><button>Send</button></form>',
  ],
  [
    'chat',
    '<div><label>To <input aria-label="To"></label><div contenteditable="true" role="textbox" aria-label="Type a message" style="height:60px"></div><button>Send</button></div>',
  ],
  [
    'signature editor',
    '<form><label>Identity <input name="from"></label><textarea name="signature" style="height:200px"></textarea><button>Save</button></form>',
  ],
  [
    'advanced search beside an answer box',
    '<form role="search"><input aria-label="From"><input aria-label="To"><input aria-label="Subject"><button>Search</button></form><textarea style="height:90px" placeholder="Write a comment"></textarea><button>Send</button>',
  ],
  ['login', '<form><input name="user"><input type="password"><button>Log in</button></form>'],
])('sees no compose in a %s', (_name, html) => {
  const page = openPage(`<!doctype html><body>${html}`);
  expect(anyWebmail.recognises?.(page)).toBe(false);
});
