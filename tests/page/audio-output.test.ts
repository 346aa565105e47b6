import { afterEach, beforeEach, expect, it } from 'vitest';
import { wordsOf } from '../../core/text';
import { watchAudioOutput } from '../../page/audio-output';

let life: AbortController;
beforeEach(() => {
  life = new AbortController();
});
afterEach(() => life.abort());

/** A page whose devices the test decides; `null` for a page without access to any. */
function pageWith(labels: readonly (readonly [string, string])[] | null) {
  const target = new EventTarget();
  let now = labels ?? [];
  const mediaDevices = Object.assign(target, {
    enumerateDevices: () => Promise.resolve(now.map(([deviceId, label]) => ({ kind: 'audiooutput', deviceId, label }))),
  });
  const page = document.implementation.createHTMLDocument();
  Object.defineProperty(page, 'defaultView', { value: { navigator: labels ? { mediaDevices } : {} } });
  return {
    page,
    change(next: readonly (readonly [string, string])[]) {
      now = next;
      target.dispatchEvent(new Event('devicechange'));
    },
  };
}

const airPods = [['default', 'Default - AirPods Pro']] as const;
const speakers = [['default', 'Default - MacBook Pro Speakers (Built-in)']] as const;

it('reads the default output, and tells when a headset was unplugged, once', async () => {
  const { page, change } = pageWith(airPods);
  let changes = 0;
  const watch = watchAudioOutput(page, () => (changes += 1), life.signal);
  watch.current();
  await expect.poll(() => watch.current().output).toBe('headset');
  watch.told();
  change(speakers);
  await expect.poll(() => watch.current().output).toBe('loudspeakers');
  expect(watch.current().outputBefore).toBe('headset');
  const label = watch.current().outputLabel;
  expect(label && wordsOf(label)).toBe('MacBook Pro Speakers (Built-in)');
  expect(changes).toBe(2);
});

it('remembers what the person was told', async () => {
  const { page } = pageWith(speakers);
  const watch = watchAudioOutput(page, () => undefined, life.signal);
  watch.current();
  await expect.poll(() => watch.current().output).toBe('loudspeakers');
  expect(watch.current().outputBefore).toBe('unknown');
  watch.told();
  expect(watch.current().outputBefore).toBe('loudspeakers');
});

it('goes by the output that the page chose', async () => {
  const { page } = pageWith([...speakers, ['h', 'USB Headset']]);
  const audio = page.createElement('audio');
  Object.defineProperty(audio, 'sinkId', { value: 'h' });
  page.body.append(audio);
  const watch = watchAudioOutput(page, () => undefined, life.signal);
  watch.current();
  await expect.poll(() => watch.current().output).toBe('headset');
});

it('knows nothing without labels, and without devices', async () => {
  for (const labels of [[['', '']] as const, null]) {
    const watch = watchAudioOutput(pageWith(labels).page, () => undefined, life.signal);
    expect(watch.current()).toEqual({ output: 'unknown', outputLabel: null, outputBefore: 'unknown' });
    await Promise.resolve();
    expect(watch.current().output).toBe('unknown');
  }
});
