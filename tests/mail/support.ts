/** Runs the reader of threads to its end. */
import { plainText, type ReadThread, readThread } from '../../mail/thread';

export function finish<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export const readAll = (text: string): ReadThread => finish(readThread(plainText(text), { carried: [], hidden: [] }, true));
