/** Before the end-to-end tests: builds the extension once for all of them, one build after the other, because they share a folder of generated types. */
import type { TestProject } from 'vitest/node';
import { buildExtension } from '../../../scripts/practice-build.mjs';

/** Folders of the unpacked extension under test. */
interface Builds {
  /** For loopback servers as well as for the sites. */
  readonly extension: string;
  /** The same, in which every module can be told to throw. */
  readonly faulty: string;
  readonly firefox: string;
}

declare module 'vitest' {
  export interface ProvidedContext extends Builds {}
}

const shared = globalThis as { secondGlanceBuilds?: Promise<Builds> };

const build = async (): Promise<Builds> => ({
  extension: await buildExtension('test'),
  faulty: await buildExtension('test-faults', { env: { SECOND_GLANCE_FAULTS: '1' } }),
  firefox: await buildExtension('test-firefox', { browser: 'firefox' }),
});

export default async function setup(project: TestProject): Promise<void> {
  shared.secondGlanceBuilds ??= build();
  const builds = await shared.secondGlanceBuilds;
  for (const name of ['extension', 'faulty', 'firefox'] as const) project.provide(name, builds[name]);
}
