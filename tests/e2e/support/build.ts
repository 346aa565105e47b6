/** Before the end-to-end tests: builds the extension once, for loopback servers as well as for the sites. */
import type { TestProject } from 'vitest/node';
import { buildExtension } from '../../../scripts/practice-build.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of the unpacked extension under test. */
    extension: string;
  }
}

export default async function setup(project: TestProject): Promise<void> {
  project.provide('extension', await buildExtension('test'));
}
