/** Pages of meeting sites for tests: a document of its own in a frame, with inert scripts and an address of the test's choice. */
import type { MeetingObservation } from '../../core/observation';
import type { DomSite } from '../../page/site';

const frames: HTMLIFrameElement[] = [];

/** Opens `html` at `path` (path, query and hash; the host stays the test server's). */
export function openPage(html: string, path = '/'): Document {
  const frame = document.createElement('iframe');
  frame.width = '1000';
  frame.height = '700';
  document.body.append(frame);
  frames.push(frame);
  const page = frame.contentDocument;
  if (!page || !frame.contentWindow) throw new Error('no frame');
  page.open();
  page.close();
  frame.contentWindow.history.replaceState(null, '', path);
  page.replaceChild(page.adoptNode(new DOMParser().parseFromString(html, 'text/html').documentElement), page.documentElement);
  attachRoots(page);
  return page;
}

/** Makes open shadow roots of templates that declare them, as a parser does for a page that comes from a server. */
export function attachRoots(within: Document | ShadowRoot): void {
  // Hostile pages name their forms after methods of the document.
  const search = (within.nodeType === Node.DOCUMENT_NODE ? Document : DocumentFragment).prototype.querySelectorAll;
  for (const template of search.call(within, 'template[shadowrootmode]') as NodeListOf<HTMLTemplateElement>) {
    const { parentElement } = template;
    if (!parentElement) continue;
    template.remove();
    const root = parentElement.attachShadow({ mode: template.getAttribute('shadowrootmode') === 'closed' ? 'closed' : 'open' });
    root.append(template.content);
    attachRoots(root);
  }
}

export function closePages(): void {
  for (const frame of frames.splice(0)) frame.remove();
}

interface Playing {
  readonly camera?: boolean;
  readonly microphone?: boolean;
  /** Someone else's stream. */
  readonly remote?: boolean;
  readonly screen?: 'monitor' | 'window' | 'browser';
}

/** Makes a video element play a stream as browsers describe it: own tracks have a device, others are labelled "remote". */
export function play(video: HTMLVideoElement, { camera, microphone, remote = false, screen }: Playing): void {
  const track = (kind: string, label: string, enabled: boolean, settings: MediaTrackSettings) => ({
    kind,
    label,
    enabled,
    readyState: 'live',
    getSettings: () => settings,
  });
  const tracks = [
    ...(remote ? [track('video', 'remote video', true, {}), track('audio', 'remote audio', true, {})] : []),
    ...(camera === undefined ? [] : [track('video', 'Integrated Camera', camera, { deviceId: 'c' })]),
    ...(microphone === undefined ? [] : [track('audio', 'Internal Microphone', microphone, { deviceId: 'm' })]),
    ...(screen ? [track('video', 'screen:0:0', true, { deviceId: 's', displaySurface: screen })] : []),
  ];
  const of = (kind: string) => tracks.filter((one) => one.kind === kind);
  Object.defineProperty(video, 'srcObject', { value: { getTracks: () => tracks, getVideoTracks: () => of('video'), getAudioTracks: () => of('audio') } });
}

/** What the site reads of a page: one observation per meeting found. */
export function readMeetings(site: DomSite, page: Document): readonly (MeetingObservation | null)[] {
  const reader = site.surfaces.meeting;
  return reader ? reader.find(page).map((root) => reader.read(root, null)) : [];
}

/** The only meeting of the page, `null` where there is none; more than one is an error. */
export function readMeeting(site: DomSite, html: string, path: string): MeetingObservation | null {
  const meetings = readMeetings(site, openPage(html, path));
  if (meetings.length > 1) throw new Error(`${meetings.length} meetings`);
  return meetings[0] ?? null;
}

/** Real pages beside the repository, by their path under `shared/pages/meeting/`. Empty in a fresh clone. */
export const sharedPages: Readonly<Record<string, () => Promise<string>>> = Object.fromEntries(
  Object.entries(import.meta.glob<string>('../../../shared/pages/meeting/**/*.html', { query: '?raw', import: 'default' })).map(([path, load]) => [
    path.replace(/^.*\/pages\/meeting\//, ''),
    load,
  ]),
);

/** A class as rotating builds make it. */
export const noise = (): string => Math.random().toString(36).slice(2, 8);

/** Languages that hand-made pages come in: what a product translates, and nothing of it may matter. */
export const fourLanguages = [
  { language: 'en', join: 'Join now', leave: 'Leave call', mute: 'Mute microphone', stopCamera: 'Turn off camera' },
  { language: 'de', join: 'Jetzt teilnehmen', leave: 'Anruf verlassen', mute: 'Mikrofon stummschalten', stopCamera: 'Kamera ausschalten' },
  { language: 'es', join: 'Unirse ahora', leave: 'Salir de la llamada', mute: 'Silenciar micrófono', stopCamera: 'Desactivar cámara' },
  { language: 'ja', join: '今すぐ参加', leave: '通話から退出', mute: 'マイクをミュート', stopCamera: 'カメラをオフにする' },
] as const;
export type Words = (typeof fourLanguages)[number];

/** A page with the documented parts of a phase, in rotating classes. */
export const handMade = (words: Words, content: string, title = ''): string =>
  `<!doctype html><html lang="${words.language}"><head><title>${title}</title></head><body><div class="${noise()}">${content}</div></body></html>`;
