/**
 * Remembers which control or key was pressed just before a compose appeared: the surest sign of reply, reply-all and forward,
 * and on Outlook the only one (`research/webmail-dom.md` §1.2, §2.2: icon names and command ids are language-free).
 */
import type { ReplyMode } from '../core/observation';
import { labelsOf } from './compose-parts';
import { kindsOfLabel, nameTokens } from './labels';
import { earlierPress } from './sentinel';
import { all, attribute, contains, isConnected, listen, matches, parentOf, rawTextOf, viewOf } from './tree';

type PressedMode = Extract<ReplyMode, 'new' | 'reply' | 'reply-all' | 'forward'>;

export interface PressedControls {
  /** Mode of the press that brought this compose; `null` if none was seen. */
  pressedFor(root: HTMLElement): ReplyMode | null;
}

/** Elements are held weakly: a compose that was closed is not kept in memory until the next one opens. */
interface Press {
  readonly mode: PressedMode;
  readonly target: WeakRef<Element> | null;
  readonly time: number;
}

interface Known {
  readonly root: WeakRef<HTMLElement>;
  mode: ReplyMode | null;
  seen: number;
}

/** A compose that appears later than this was brought by something else. Milliseconds. */
const afterClick = 10_000;
const afterKey = 3000;
/** A new root this soon after its predecessor was read or used is the same compose. */
const rebuilt = 3000;

export function watchPressedControls(page: Document, signal: AbortSignal): PressedControls {
  let composes: readonly Known[] = [];
  let last: Press | null = null;
  let used: Known | null = null;
  const options = { capture: true, passive: true, signal } as const;
  const stage: EventTarget = viewOf(page) ?? page;

  const press = (mode: PressedMode | null, target: Element | null, lasting: number): void => {
    if (!mode) return;
    const within = used?.root.deref();
    // A menu inside or opened from a compose changes the mode of that compose.
    if (
      used &&
      within &&
      isConnected(within) &&
      target &&
      (contains(within, target) || matches(target, '[role=menu] *,[role=menuitem],[role=listbox] *')) &&
      mode !== 'new'
    )
      Object.assign(used, { mode, seen: performance.now() });
    else last = { mode, target: target && new WeakRef(target), time: performance.now() + lasting };
  };
  // The press that brought the first compose came before the engine did; the sentinel remembers it.
  const earlier = earlierPress();
  const target = earlier?.target.deref();
  if (earlier && target) {
    const lasting = afterClick - (performance.now() - earlier.at);
    if (lasting > 0) press(modeOfControl(target), target, lasting);
  }
  const onPress = (event: Event): void => {
    const target = event.composedPath()[0] as Element | undefined;
    if (!event.isTrusted || target?.nodeType !== 1) return;
    press(modeOfControl(target), target, afterClick);
  };
  stage.addEventListener('click', onPress, options);
  // Gmail's menus act on mouseup, before any click.
  stage.addEventListener('mouseup', onPress, options);
  stage.addEventListener(
    'keydown',
    (event) => {
      const key = event as KeyboardEvent;
      const target = key.composedPath()[0] as Element | undefined;
      if (!key.isTrusted || key.isComposing || target?.nodeType !== 1) return;
      if (key.key === 'Enter' || key.key === ' ') press(modeOfControl(target), target, afterClick);
      else if (!isTyping(target)) press(modeOfKey(key), null, afterKey);
    },
    options,
  );

  /** The mode of a compose that was just there: the page has built it anew. Forgets every compose that has gone. */
  const heritage = (): ReplyMode | null => {
    let mode: ReplyMode | null = null;
    composes = composes.filter((compose) => {
      const root = compose.root.deref();
      if (root && isConnected(root)) return true;
      if (performance.now() - compose.seen < rebuilt) ({ mode } = compose);
      return false;
    });
    return mode;
  };

  return {
    pressedFor(root) {
      const known = composes.find((compose) => compose.root.deref() === root);
      if (known) {
        known.seen = performance.now();
        return known.mode;
      }
      const pressed = last?.target?.deref();
      const fits = last !== null && performance.now() <= last.time && !(pressed && contains(root, pressed));
      const heir = heritage();
      const mode = fits ? (last?.mode ?? null) : heir;
      const compose: Known = { root: new WeakRef(root), mode, seen: performance.now() };
      composes = [...composes, compose];
      if (fits) last = null;
      const touch = (): void => {
        used = compose;
        compose.seen = performance.now();
      };
      for (const type of ['pointerdown', 'keydown'] as const) listen(root, type, touch, options);
      return mode;
    },
  };
}

const isTyping = (target: Element): boolean =>
  matches(target, 'input,textarea,select,[contenteditable]:not([contenteditable="false" i]),[contenteditable]:not([contenteditable="false" i]) *');

/**
 * Keys outside text fields: R, A, F (Gmail, Fastmail), R, Shift+R, F (Outlook), R, Shift+R, Shift+F (Proton), Ctrl/Cmd+R, Ctrl+Shift+R and Ctrl+Shift+F (Outlook).
 * They only count when a compose appears right after.
 */
export function modeOfKey(key: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): PressedMode | null {
  const letter = key.key.toLowerCase();
  const command = key.ctrlKey || key.metaKey;
  if (key.altKey) return null;
  if (letter === 'r') return key.shiftKey ? 'reply-all' : 'reply';
  if (letter === 'f') return command && !key.shiftKey ? null : 'forward';
  if (command) return null;
  if (letter === 'a') return 'reply-all';
  return letter === 'c' || letter === 'n' ? 'new' : null;
}

const control = 'button,a,[role=button],[role=menuitem],[role=link],[role=option],input,li,td,[tabindex],[onclick],[data-icon-name],[command]';
const names = ['data-icon-name', 'data-testid', 'data-test-id', 'data-action', 'command', 'data-command', 'name', 'id', 'class'] as const;

/** What a control, or the icon in it, says it does. */
export function modeOfControl(target: Element): PressedMode | null {
  let at: HTMLElement | null = target as HTMLElement;
  for (let level = 0; at && level < 6; level++, at = parentOf(at)) {
    // Send has "forward" in its class or its icon on some sites (Horde's `dimpactionForward`, seen running 2026-11).
    const labels = matches(at, control) ? [...labelsOf(at), rawTextOf(at)].filter((label) => label.length < 60) : [];
    if (labels.some((label) => kindsOfLabel(label).includes('send') && modeOfLabel(label) === null)) return null;
    const ownIcons = level > 0 && matches(at, 'button,a,[role=button],[role=menuitem]') ? all(at, '[data-icon-name],svg,i,use').slice(0, 4) : [];
    for (const element of [at, ...ownIcons]) {
      const mode = modeOfNames(element);
      if (mode) return mode;
    }
    for (const label of labels) {
      const mode = modeOfLabel(label);
      if (mode) return mode;
    }
    if (matches(at, 'button,a,[role=button],[role=menuitem],[role=option]')) return null;
  }
  return null;
}

function modeOfNames(element: Element): PressedMode | null {
  for (const name of names) {
    const value = attribute(element, name);
    if (!value || value.length > 300) continue;
    if (name === 'id' && (value === 'r2' || value === 'r3')) return value === 'r2' ? 'reply-all' : 'forward'; // Gmail's message menu (mailvelope gmailIntegration.js)
    const tokens = nameTokens(value.slice(0, 120));
    const has = (...wanted: string[]): boolean => tokens.some((token) => wanted.includes(token));
    if (has('replyall', 'answerall') || (has('reply') && has('all', 'everyone'))) return 'reply-all';
    if (has('reply', 'answer') && !has('to', 'menu', 'form', 'box', 'area', 'container')) return 'reply';
    if (has('forward', 'fwd') && !has('fast', 'chevron', 'step', 'menu', 'history')) return 'forward';
    if (has('compose', 'newmail', 'newmessage') && name !== 'class') return 'new';
  }
  return attribute(element, 'gh') === 'cm' ? 'new' : null;
}

function modeOfLabel(label: string): PressedMode | null {
  const kinds = kindsOfLabel(label);
  for (const kind of ['reply-all', 'forward', 'reply'] as const) if (kinds.includes(kind)) return kind;
  return null;
}
