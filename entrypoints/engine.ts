import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startEngine } from '../engine/start';
import { engineRuns, leaveToSentinel } from '../page/sentinel';
import { bringParts, serveEngine } from '../platform/page-messages';
import { createPagePorts } from '../platform/page-ports';

/** Where the engine's `import()` looks for what brings its parts (scripts/engine-parts). */
const bring = Symbol.for('second-glance bring parts');

/** The second stage: runs in a frame where the sentinel saw something. A second injection does nothing. */
export default defineUnlistedScript(() => {
  if (engineRuns(true)) return;
  (globalThis as { [bring]?: typeof bringParts })[bring] = bringParts;
  // The sentinel may have stopped asking by now: what the person does next brings another engine.
  void startEngine(document, createPagePorts, serveEngine).catch(leaveToSentinel);
});
