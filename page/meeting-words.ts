/**
 * Names of the controls of a call, in the languages that the products ship: what is left where a page has no attribute of its own.
 * Sources of the words: strings of Zoom's meeting SDK 6.2.0 (17 languages), Element Call b51a33c4 (27), a Jitsi fork of 2021 (16),
 * and button names that bots wait for (`research/meeting-dom.md` §1–3, 2026-11).
 */
import type { DeviceState } from '../core/observation';

const words = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'iu');
/** Not the end of a longer word: "activer" in "désactiver", "mute" in "unmute". */
const start = '(?<![\\p{L}\\p{M}])';

export const microphoneName = words(
  `${start}(mic|mikro|mikrofon|micro|micrófono|microfono|microfone|микрофон|mute|unmute)`,
  'マイク',
  '麦克风',
  '麥克風',
  '마이크',
  'micrô',
);
export const cameraName = words(
  `${start}(camera|cámara|caméra|kamera|câmera|câmara|fotocamera|камер|video|vídeo|vidéo|webcam|aparat)`,
  'カメラ',
  'ビデオ',
  '摄像',
  '攝影',
  '视频',
  '視訊',
  '카메라',
  '비디오',
);

/** Names that say what pressing does: these leave the device on … */
const turnsOn = words(
  `${start}(unmute|turn on|switch on|start|enable|einschalten|aktivieren|starten|stummschaltung aufheben|activer|réactiver|démarrer|allumer|activar|encender|iniciar|attiva|riattiva|accendi|avvia|inschakelen|aanzetten|ativar|ligar|włącz|включ|etkinleştir|aç(?!\\p{L})|bật)`,
  'オンに',
  '開始',
  'ミュート(を)?解除',
  '取消静音',
  '取消靜音',
  '解除静音',
  '开启',
  '打开',
  '開啟',
  '켜기',
  '음소거 해제',
);
/** … and these turn it off. */
const turnsOff = words(
  `${start}(mute|turn off|switch off|stop|disable|stumm|ausschalten|deaktivieren|anhalten|beenden|couper|désactiver|arrêter|éteindre|silenciar|apagar|desactivar|detener|disattiva|spegni|interrompi|uitschakelen|uitzetten|dempen|stoppen|desativar|desligar|wyłącz|wycisz|выключ|отключ|остановить|kapat|durdur|tắt)`,
  'オフに',
  '停止',
  'ミュート',
  '静音',
  '靜音',
  '关闭',
  '關閉',
  '끄기',
  '음소거',
  '중지',
);

/** State of a device by the name of its switch, where the name says what pressing does. `unknown` for "Microphone". */
export const stateByAction = (name: string): DeviceState => (turnsOn.test(name) ? 'off' : turnsOff.test(name) ? 'on' : 'unknown');
