/** The practice mailbox as a page of its own. `?now=2026-11-20T15:00Z` fixes the clock, for screenshots that stay the same. */
import { openMailbox } from './view.mjs';

openMailbox(document.body, { now: Date.parse(new URL(location.href).searchParams.get('now') ?? '') || Date.now(), home: '/' });
