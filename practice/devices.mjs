/** Made-up devices of a made-up computer: trying a call needs neither camera nor microphone, so nobody is asked for them. */

/** Draws a head and shoulders that move a little. @param {HTMLCanvasElement} canvas @param {number} time */
function draw(canvas, time) {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  const sway = Math.sin(time / 900) * 6;
  context.fillStyle = '#41506b';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#c9d3e6';
  for (const [x, y, across, up] of [
    [width / 2 + sway, height * 0.4, height * 0.16, height * 0.19],
    [width / 2 + sway / 2, height * 1.02, height * 0.36, height * 0.38],
  ]) {
    context.beginPath();
    context.ellipse(x, y, across, up, 0, 0, Math.PI * 2);
    context.fill();
  }
}

/** A picture as a camera would give it. */
function picture() {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 400;
  const stream = canvas.captureStream(5);
  const [track] = stream.getVideoTracks();
  const timer = setInterval(() => {
    if (track?.readyState === 'ended') clearInterval(timer);
    else draw(canvas, performance.now());
  }, 200);
  draw(canvas, 0);
  return stream;
}

/** Silence as a microphone would give it. */
const silence = () => new AudioContext().createMediaStreamDestination().stream;

/** @param {MediaDeviceKind} kind @param {string} deviceId @param {string} label */
const device = (kind, deviceId, label) => ({ kind, deviceId, label, groupId: '', toJSON: () => ({ kind, deviceId, label }) });

/** What a page needs of `navigator.mediaDevices`, and a headset whose plug can be pulled. */
export function madeUpDevices() {
  let plugged = true;
  return {
    /** @param {MediaStreamConstraints} [wanted] */
    getUserMedia: async (wanted = {}) =>
      new MediaStream([...(wanted.video ? picture().getVideoTracks() : []), ...(wanted.audio ? silence().getAudioTracks() : [])]),
    getDisplayMedia: async () => picture(),
    enumerateDevices: async () => [
      device('videoinput', 'camera', 'Made-up camera'),
      device('audioinput', 'microphone', 'Made-up microphone'),
      ...(plugged ? [device('audiooutput', 'headset', 'Made-up headset')] : []),
      device('audiooutput', 'speakers', 'Built-in speakers'),
      device('audiooutput', 'default', plugged ? 'Default - Made-up headset' : 'Default - Built-in speakers'),
    ],
    plug() {
      plugged = true;
    },
    unplug() {
      plugged = false;
    },
  };
}
