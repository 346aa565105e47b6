/** Ports, sites and a way into the closed root, for tests of the loop without an extension. */
import { vi } from 'vitest';
import english from '../../assets/language/en.json';
import { defaultPacing, emptyMemory, type PacingMemory } from '../../core/pacing';
import { noPause, type Pause } from '../../core/pause';
import type { Ports, TabStatus } from '../../core/ports';
import type { Strength } from '../../core/rule';
import { contextOf } from '../support/observations';

export interface FakePorts extends Ports {
  /** Settings as a test changes them; `change` tells the engine. */
  readonly state: { own: string[]; strengths: Record<string, Strength>; memory: PacingMemory; pause: Pause; alive: boolean; callInOtherFrame: boolean };
  change(): void;
  readonly statuses: TabStatus[];
}

export function fakePorts(): FakePorts {
  const listeners = new Set<() => void>();
  const state: FakePorts['state'] = { own: ['justice.example'], strengths: {}, memory: emptyMemory, pause: noPause, alive: true, callInOtherFrame: false };
  const statuses: TabStatus[] = [];
  return {
    state,
    statuses,
    change: () => {
      for (const listener of listeners) listener();
    },
    situation: () => ({
      context: contextOf({ own: state.own }),
      strengths: state.strengths,
      memory: state.memory,
      pacing: defaultPacing,
      pause: state.pause,
      catalog: { language: 'en', entries: english },
    }),
    onChange: (callback) => {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    snooze: vi.fn(),
    dismissed: vi.fn(),
    dealtWith: vi.fn(),
    sentTo: vi.fn(),
    sent: vi.fn(),
    shown: vi.fn(),
    makeQuiet: vi.fn(),
    outcomes: vi.fn(),
    openPage: vi.fn(),
    sending: vi.fn(),
    meetings: () => Promise.resolve({ salt: 'salt-of-a-test', records: {} }),
    keepMeetings: vi.fn(),
    sharingScreen: vi.fn(),
    callInOtherFrame: () => state.callInOtherFrame,
    printInFrame: vi.fn(),
    printing: vi.fn(),
    leftUnlockedSeen: vi.fn(),
    onPageNews: () => () => undefined,
    report: (status) => statuses.push(status),
    alive: () => state.alive,
  };
}

/** Remembers every closed root that is made while the test runs. */
export function seeRoots(): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  const original = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init: ShadowRootInit) {
    const root = original.call(this, init);
    roots.push(root);
    return root;
  });
  return roots;
}
