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

/** Verbs of a join control. Alone they also stand on pages of clubs and groups, so they count for little. */
const joinVerb = words(
  `${start}(join|enter|knock|connect|check ?in|beitreten|betreten|teilnehmen|teilnahme|rejoindre|participer|entrer|unirse|unirme|únete|participar|entrar|partecipa|entra|unisciti|aderir|deelnemen|deelname|dołącz|gå med|delta|deltag|deltar|bli med|anslut|liity|připojit se|vstoupit|pripojiť sa|csatlakoz|alăturați|intră|katıl|присоединиться|войти|приєднатися|увійти|συμμετοχή|влез|liitu|pievienoties|prisijungti|tham gia|bergabung|gabung|ymuno)`,
  '参加',
  '入室',
  '참가',
  '참여',
  '加入',
  '进入',
  '進入',
  'انضم',
  'پیوستن',
  'הצטרף',
  'शामिल',
  'सामील',
  'เข้าร่วม',
);
/** What is joined, or how. */
const joinObject = words(
  `${start}(meeting|call|room|conference|session|huddle|webinar|hearing|consultation|visit|video|audio|now|anyway|here|ask|ready|guest|besprechung|konferenz|raum|anruf|sitzung|jetzt|réunion|appel|salle|conférence|maintenant|reunión|llamada|sala|ahora|riunione|chiamata|stanza|ora|adesso|reunião|chamada|agora|vergadering|gesprek|ruimte|nu|spotkani|połączeni|rozmow|teraz|möte|samtal|opkald|møde|møte|kokous|puhelu|hovor|schůz|megbeszél|hívás|apel|întâlnire|toplantı|arama|şimdi|встреч|звон|конференци|комнат|сейчас|виклик|зустріч|κλήση|συνάντηση|разговор|kõne|zvan|cuộc gọi|cuộc họp|rapat|panggilan|cyfarfod|galwad)`,
  '会議',
  'ミーティング',
  '通話',
  'ルーム',
  '今すぐ',
  'リクエスト',
  '회의',
  '통화',
  '会议',
  '會議',
  '通话',
  '房间',
  '立即',
  'اجتماع',
  'مكالمة',
  'تماس',
  'שיחה',
  'פגישה',
);
const startsCall = words(
  `${start}(start|begin|host|commence) (the |a |your |this )?(video )?(meeting|call|conference|chat|visit|consultation)(?![\\p{L}])`,
  `${start}(besprechung|meeting|konferenz|anruf) (starten|beginnen)`,
  `${start}(démarrer|commencer) (la |l['’]|une? )?(réunion|appel|conférence)`,
  `${start}(iniciar|empezar|começar) (la |a |una |uma )?(reunión|llamada|reunião|chamada)`,
);
const again = words(
  `${start}(re-?join(?!d)|reconnect|erneut|wieder beitreten|nouveau|volver a|rientra|partecipa di nuovo|opnieuw|ponownie|igen|снова|tekrar)`,
  '再参加',
  '重新',
  '다시',
);

export type JoinStrength = 'strong' | 'weak' | 'again' | null;

/** Names longer than this are sentences. */
const longestName = 60;

/** How surely a control of this name joins a call; `again` is the way back in after leaving. */
export function joinStrength(name: string): JoinStrength {
  if (name.length > longestName) return null;
  const verb = joinVerb.test(name);
  if (again.test(name) && (verb || /join|connect/i.test(name))) return 'again';
  if (startsCall.test(name)) return 'strong';
  return verb ? (joinObject.test(name) ? 'strong' : 'weak') : null;
}

const leaveVerb = words(
  `${start}(leave|hang ?up|end (the )?(call|meeting)|end for all|disconnect|exit (the )?(call|meeting|room)|verlassen|auflegen|anruf beenden|quitter|raccrocher|terminer l['’]appel|mettre fin|salir|abandonar|colgar|finalizar|dejar la llamada|abbandona|lascia|esci|riaggancia|termina|sair|encerrar|desligar (a )?chamada|verlaten|ophangen|beëindigen|opuść|zostaw rozmowę|zakończ|rozłącz|lämna|avsluta|forlad|afslut|forlat|legg på|poistu|lopeta|opustit|ukončit|ukončiť|kilépés|párăs|părăs|încheia|ayrıl|sonlandır|çık|выйти|завершить|покинуть|положить трубку|завершити|вийти|покинути|αποχώρηση|απόχώρηση|τερματισμ|rời khỏi|kết thúc|keluar|akhiri|zapusti|lõpeta|beigt|gadael)`,
  '退出',
  '退室',
  '通話終了',
  '通話を終了',
  '電話を切る',
  '나가기',
  '통화 종료',
  '离开',
  '離開',
  '挂断',
  '掛斷',
  '结束通话',
  '通话结束',
  '結束通話',
  'مغادرة',
  'إنهاء',
  'עזוב',
  'ออกจาก',
);
/** Whether a control of this name leaves a call. */
export const leaves = (name: string): boolean => name.length <= longestName && (leaveVerb.test(name) || name === 'call_end');

const shareVerb = words(
  `${start}(share|sharing|present|cast|teilen|freigeben|bildschirmfreigabe|partager|présenter|compartir|presentar|condividi|presenta|compartilhar|partilhar|apresentar|delen|presenteren|udostępni|dela|del din|jaa|sdílet|zdieľať|partaj|megoszt|paylaş|демонстр|поделиться|показать|поділитися|κοινή χρήση|bagikan|chia sẻ|rhannu)`,
  '共有',
  '画面',
  '공유',
  '共享',
  '分享',
  'مشاركة',
);
const shareObject = words(
  `${start}(screen|desktop|window|presenting|now|bildschirm|écran|pantalla|schermo|tela|ecrã|scherm|ekran|skärm|skærm|skjerm|näyttö|obrazovku|képernyő|экран|екран|οθόν|layar|màn hình|sgrin)`,
  '画面',
  '화면',
  '屏幕',
  '螢幕',
  '畫面',
  'الشاشة',
);
const stops = words(
  `${start}(stop|end|beenden|stoppen|arrêter|detener|dejar de|interrompi|interromper|parar|zatrzymaj|sluta|stoppa|lopeta|остановить|прекратить|durdur|dừng|hentikan)`,
  '停止',
  '중지',
);

/** What a control does about sharing the screen; `null` for other controls. */
export function sharing(name: string): 'start' | 'stop' | null {
  if (name.length > longestName || !shareVerb.test(name) || !(shareObject.test(name) || stops.test(name))) return null;
  return stops.test(name) ? 'stop' : 'start';
}

/** Whether a text speaks of meetings, as titles and headings of their pages do. */
export const speaksOfMeetings = (text: string): boolean =>
  /(?<![\p{L}])(meeting|conference|(video|audio|voice) ?(call|room|chat|conferenc|bridge)|webinar|huddle|besprechung|videokonferenz|réunion|visioconférence|videollamada|reunión|riunione|videochiamata|videoconferenza|reunião|videochamada|vergadering|spotkanie|wideokonferencja|möte|toplantı|встреча|видео(звонок|конференц)|cyfarfod)|会議|ミーティング|회의|会议|會議|اجتماع/iu.test(
    text,
  );

/** Phrases of waiting rooms, in lower case with straight apostrophes. */
export const waitingPhrases = [
  'let you in',
  'lets you in',
  'waiting for the host',
  'waiting for the organizer',
  'waiting for the organiser',
  'waiting for the moderator',
  'in the waiting room',
  'in the lobby',
  'asking to join',
  'asking to be let in',
  'until a host',
  'lässt sie in kürze eintreten',
  'im wartebereich',
  'im warteraum',
  'laissera bientôt entrer',
  "salle d'attente",
  'le permitirá ingresar',
  'sala de espera',
  'ti farà entrare',
  "sala d'attesa",
  'deixará você entrar',
  'laat u zo binnen',
  'wachtruimte',
  'wkrótce cię wpuści',
  'poczekalni',
  'släpper snart in dig',
  'скоро разрешит вам войти',
  'зале ожидания',
  'yakında girmenize izin',
  'sớm cho bạn vào',
  '参加を許可',
  '待機室',
  '会议主持人很快',
  '會議主持人',
  '等候室',
  '들어오게 할',
];

/** Phrases of the page after a call. */
export const endedPhrases = [
  'you left',
  "you've left",
  'you have left',
  'call ended',
  'meeting ended',
  'meeting has ended',
  'call has ended',
  'has been ended',
  'you have been removed',
  'besprechung verlassen',
  'anruf beendet',
  'konferenz verlassen',
  'meeting verlassen',
  'vous avez quitté',
  'appel terminé',
  'has salido',
  'has abandonado',
  'llamada finalizada',
  'hai abbandonato',
  'chiamata terminata',
  'você saiu',
  'chamada encerrada',
  'heeft de vergadering verlaten',
  'spotkanie zostało zakończone',
  'вы покинули',
  'звонок завершен',
  '退出しました',
  '您已离开',
];
