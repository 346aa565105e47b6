/** Reads the pages of a real server with generic reading alone: in an isolated world as a content script has it, without the extension's site files. */
import path from 'node:path';
import type { CDPSession, Page } from 'playwright';
import { build, type Rolldown } from 'vite';

/** What was read of one compose, in words that are easy to compare. */
export interface GenericReading {
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly complete: string;
  readonly subject: string;
  readonly mode: string;
  readonly account: string | null;
  readonly files: readonly string[];
  readonly writes: 'html' | 'text';
  /** How many elements the card must not cover: Send, recipients, subject. */
  readonly clear: number;
}

let bundled: Promise<string> | undefined;

/** The reading as one script. */
async function bundle(): Promise<string> {
  const entry = path.join(import.meta.dirname, 'generic-probe.ts');
  const result = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'probe' } },
  })) as Rolldown.RolldownOutput[] | Rolldown.RolldownOutput;
  return (Array.isArray(result) ? result : [result])
    .flatMap(({ output }) => output.flatMap((chunk) => (chunk.type === 'chunk' ? [chunk.code] : [])))
    .join('\n');
}

const sessions = new WeakMap<Page, CDPSession>();

/** Everything that generic reading takes for a compose in the top frame of a page. */
export async function readGenerically(page: Page): Promise<readonly GenericReading[]> {
  bundled ??= bundle();
  const code = await bundled;
  const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
  sessions.set(page, session);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'generic reading' });
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, contextId, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(code);
  return (await evaluate('readAll()')) as readonly GenericReading[];
}
