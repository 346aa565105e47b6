/** The practice meeting, drawn into an element: a green room with preview and devices, a short wait, the meeting itself, and its end. Nobody else is ever there. */
import { element, finder, icon, iconButton } from '../element.mjs';
import { account } from '../letters.mjs';

const meeting = { title: 'Case conference', others: ['Grace Obi', 'Tom Aldous', 'Leah Brook'] };
/**
 * @param {HTMLElement} root emptied first
 * @param {object} [options]
 * @param {Pick<MediaDevices, 'getUserMedia' | 'getDisplayMedia' | 'enumerateDevices'>} [options.devices]
 * @param {number} [options.waitingTime] how long the host "needs" to let a person in, in milliseconds
 * @param {string | null} [options.home] address of the page around, `null` where there is none
 * @param {boolean} [options.inside] begins in the call
 * @returns {() => void} what ends the camera and the share, for when the meeting is taken away
 */
export function openMeeting(root, { devices = navigator.mediaDevices, waitingTime = 1500, home = null, inside = false } = {}) {
  const find = finder(root);
  root.className = 'practice-meeting';
  root.lang = 'en';
  root.replaceChildren(
    element(
      'header',
      { class: 'top' },
      home === null ? element('span', { class: 'name' }, 'Practice Meet') : element('a', { class: 'name', href: home }, 'Practice Meet'),
      element('span', { class: 'quiet' }, `${account.name} · ${account.address}`),
    ),
    element('main', { id: 'stage' }),
    element('div', { class: 'hidden', id: 'news', role: 'status' }),
  );

  /** @type {MediaStream | null} */
  let stream = null;
  /** @type {MediaStream | null} */
  let sharing = null;
  const on = { camera: true, microphone: true };
  const kinds = /** @type {const} */ ({ camera: 'videoinput', microphone: 'audioinput', speaker: 'audiooutput' });
  /** @type {Record<keyof typeof kinds, string>} */
  const chosen = { camera: '', microphone: '', speaker: '' };

  /** @param {string} text */
  const say = (text) => {
    find('#news').textContent = text;
  };
  /** @param {...(Node | string)} children */
  const stage = (...children) => find('#stage').replaceChildren(...children);

  function applyState() {
    for (const track of stream?.getVideoTracks() ?? []) track.enabled = on.camera;
    for (const track of stream?.getAudioTracks() ?? []) track.enabled = on.microphone;
    for (const button of root.querySelectorAll('button[data-toggle]')) {
      const which = button.getAttribute('data-toggle') === 'camera' ? 'camera' : 'microphone';
      const label = `Turn ${on[which] ? 'off' : 'on'} ${which}`;
      button.setAttribute('aria-label', label);
      button.setAttribute('title', label);
      button.setAttribute('aria-pressed', String(on[which]));
      button.classList.toggle('off', !on[which]);
      button.replaceChildren(icon(on[which] ? which : `${which}-off`));
    }
    for (const note of root.querySelectorAll('.camera-off')) note.toggleAttribute('hidden', on.camera && stream !== null);
  }

  /** @param {'camera' | 'microphone'} which */
  const toggle = (which) =>
    element('button', {
      type: 'button',
      class: 'round',
      'data-toggle': which,
      onclick: () => {
        on[which] = !on[which];
        applyState();
      },
    });

  /** Opens camera and microphone, or what of them there is. */
  async function openDevices() {
    const wanted = {
      video: chosen.camera ? { deviceId: { exact: chosen.camera } } : true,
      audio: chosen.microphone ? { deviceId: { exact: chosen.microphone } } : true,
    };
    for (const constraints of [wanted, { audio: wanted.audio }, { video: wanted.video }]) {
      try {
        const opened = await devices.getUserMedia(constraints);
        for (const track of stream?.getTracks() ?? []) track.stop();
        stream = opened;
        return;
      } catch {
        // That device is missing or refused; the next line asks for less.
      }
    }
  }

  /** @param {string} label @param {keyof typeof kinds} which */
  function deviceMenu(label, which) {
    const menu = element('select', { id: `device-${which}`, name: which });
    menu.append(element('option', {}, `No ${which} found`));
    menu.disabled = true;
    menu.addEventListener('change', async () => {
      chosen[which] = menu.value;
      if (which === 'speaker') return;
      await openDevices();
      showPreview();
    });
    return element('div', { class: 'device' }, element('label', { for: menu.id }, label), menu);
  }

  async function fillMenus() {
    const all = (await devices?.enumerateDevices()) ?? [];
    for (const [which, kind] of Object.entries(kinds)) {
      const menu = root.querySelector(`#device-${which}`);
      const found = all.filter((device) => device.kind === kind);
      if (!(menu instanceof HTMLSelectElement) || found.length === 0) continue;
      menu.replaceChildren(...found.map(({ deviceId, label }, index) => element('option', { value: deviceId }, label || `${which} ${index + 1}`)));
      menu.disabled = false;
      if (chosen[/** @type {keyof typeof kinds} */ (which)]) menu.value = chosen[/** @type {keyof typeof kinds} */ (which)];
    }
  }

  function showPreview() {
    for (const video of root.querySelectorAll('video.self')) if (video instanceof HTMLVideoElement) video.srcObject = stream;
    const missing = root.querySelector('.camera-off');
    if (missing) missing.textContent = (stream?.getVideoTracks().length ?? 0) > 0 ? 'Your camera is off' : 'No camera found';
    if ((stream?.getVideoTracks().length ?? 0) === 0) on.camera = false;
    if ((stream?.getAudioTracks().length ?? 0) === 0) on.microphone = false;
    applyState();
  }

  function selfVideo() {
    const video = element('video', { class: 'self', autoplay: true, playsinline: true, 'aria-label': 'Your video' });
    // The attribute alone would not mute an element made by a script, and a person would hear themselves.
    video.muted = true;
    return video;
  }

  async function greenRoom() {
    document.title = `${meeting.title} – Practice Meet`;
    stage(
      element(
        'section',
        { class: 'green-room', 'aria-label': 'Before you join' },
        element(
          'div',
          { class: 'preview' },
          selfVideo(),
          element('p', { class: 'camera-off' }, 'Looking for your camera …'),
          element('div', { class: 'controls', role: 'toolbar', 'aria-label': 'Camera and microphone' }, toggle('microphone'), toggle('camera')),
        ),
        element(
          'form',
          {
            class: 'join',
            onsubmit: (/** @type {SubmitEvent} */ event) => {
              event.preventDefault();
              wait();
            },
          },
          element('h1', {}, 'Ready to join?'),
          element('p', {}, meeting.title),
          element('p', { class: 'quiet' }, `${meeting.others.slice(0, -1).join(', ')} and ${meeting.others.at(-1)} are in this call`),
          element('label', { for: 'shown-name' }, 'Your name'),
          element('input', { id: 'shown-name', name: 'name', value: 'Amira Khan', autocomplete: 'name' }),
          element('button', { type: 'submit', class: 'primary' }, 'Join now'),
          element(
            'fieldset',
            {},
            element('legend', {}, 'Devices'),
            deviceMenu('Camera', 'camera'),
            deviceMenu('Microphone', 'microphone'),
            deviceMenu('Speakers', 'speaker'),
          ),
        ),
      ),
    );
    applyState();
    if (!stream) await openDevices();
    if (!root.querySelector('.green-room')) return;
    showPreview();
    await fillMenus();
  }

  function wait() {
    stage(
      element(
        'section',
        { class: 'message' },
        element('h1', {}, 'Someone will let you in soon'),
        element('p', { class: 'quiet' }, `You asked to join ${meeting.title}.`),
        element('button', { type: 'button', onclick: () => end('You left before the meeting began') }, 'Leave'),
      ),
    );
    say('Waiting to be let in');
    const letIn = setTimeout(() => inMeeting(), waitingTime);
    find('.message button').addEventListener('click', () => clearTimeout(letIn));
  }

  function inMeeting() {
    const tiles = element(
      'ul',
      { class: 'tiles', 'aria-label': 'People in this call' },
      ...meeting.others.map((name) =>
        element(
          'li',
          {},
          element(
            'span',
            { class: 'portrait', 'aria-hidden': 'true' },
            name
              .split(' ')
              .map((part) => part[0])
              .join(''),
          ),
          element('span', { class: 'tile-name' }, name),
        ),
      ),
      element(
        'li',
        {},
        selfVideo(),
        element('p', { class: 'camera-off', hidden: true }, 'Your camera is off'),
        element('span', { class: 'tile-name' }, 'Amira Khan (you)'),
      ),
    );
    const share = iconButton('share', 'Share screen', () => toggleSharing(), { class: 'round', 'aria-pressed': 'false' });
    stage(
      element(
        'section',
        { class: 'call', 'aria-label': meeting.title },
        element('p', { class: 'sharing', hidden: true }, 'You are sharing your screen'),
        tiles,
        element(
          'div',
          { class: 'controls', role: 'toolbar', 'aria-label': 'Call controls' },
          toggle('microphone'),
          toggle('camera'),
          share,
          iconButton('leave', 'Leave call', () => end('You left the meeting'), { class: 'round leave' }),
        ),
      ),
    );
    showPreview();
    say('You are in the call');
  }

  async function toggleSharing() {
    if (sharing) {
      for (const track of sharing.getTracks()) track.stop();
      sharing = null;
    } else {
      try {
        sharing = await devices.getDisplayMedia({ video: true });
        sharing.getVideoTracks()[0]?.addEventListener('ended', () => {
          sharing = null;
          showSharing();
        });
      } catch {
        say('Nothing is shared');
      }
    }
    showSharing();
  }

  function showSharing() {
    root.querySelector('.sharing')?.toggleAttribute('hidden', sharing === null);
    const button = root.querySelector('.call button[aria-label$="screen"], .call button[aria-label$="sharing"]');
    const label = sharing ? 'Stop sharing' : 'Share screen';
    button?.setAttribute('aria-label', label);
    button?.setAttribute('title', label);
    button?.setAttribute('aria-pressed', String(sharing !== null));
  }

  /** @param {string} text */
  function end(text) {
    for (const track of [...(stream?.getTracks() ?? []), ...(sharing?.getTracks() ?? [])]) track.stop();
    stream = null;
    sharing = null;
    on.camera = true;
    on.microphone = true;
    stage(
      element(
        'section',
        { class: 'message' },
        element('h1', {}, text),
        element(
          'div',
          { class: 'choices' },
          element('button', { type: 'button', class: 'primary', onclick: () => greenRoom() }, 'Rejoin'),
          home === null ? null : element('a', { href: home }, 'Back to the start'),
        ),
      ),
    );
    say(text);
  }

  if (inside) void openDevices().then(inMeeting);
  else void greenRoom();
  return () => {
    for (const track of [...(stream?.getTracks() ?? []), ...(sharing?.getTracks() ?? [])]) track.stop();
  };
}
