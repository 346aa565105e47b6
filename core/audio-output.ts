/**
 * Tells headsets from loudspeakers by the labels of audio devices. Labels are written by drivers and translated by the system,
 * so only what is clear counts: a headphone jack keeps the label of the built-in loudspeakers on most computers, and then nothing is said.
 * Sources: `research/meeting-dom.md` §10.5 (2026-11): patterns of three public projects, label forms of Windows, macOS, Linux and ChromeOS;
 * words of the systems' own translations.
 */
import type { AudioOutput } from './observation';

const words = (...alternatives: readonly string[]): RegExp => new RegExp(alternatives.join('|'), 'iu');

const headsetWord = words(
  'head ?-?(phone|set)|ear ?-?(bud|phone|pod|piece)|hands ?-?free|in-ear',
  'kopfhörer|écouteur|casque|oreillette|auricular|cascos|cuffi[ae]|auricolar|fones? de ouvido|auscultador|koptelefoon|oortjes|słuchawk|hörlur|hovedtelefon|høretelefon|hodetelefon|kuulok|sluchát|slúchad|fülhallgató|fejhallgató|căști|kulaklık|наушник|гарнитур|навушник|ακουστικ|clustffon',
  'ヘッドホン|ヘッドフォン|ヘッドセット|イヤホン|헤드폰|헤드셋|이어폰|耳机|耳機|耳麦|سماعات|אוזניות|หูฟัง|हेडफ़ोन',
);
/** Products that are worn, whatever else their label says: "AirPods Pro Speakers", "Speakers (Jabra Evolve2 65)". */
const worn = words(
  'airpods|powerbeats|(?<!\\p{L})(galaxy|pixel|free|nothing) ?-?buds|quietcomfort|(?<!\\p{L})w[hf]-1000x|jabra (evolve|elite|engage|biz)|(voyager|blackwire|savi|encorepro)|logi(tech)? (zone|h\\d{3})|arctis|hyperx cloud|epos (impact|adapt)|momentum \\d|surface headphones',
);
const speakerWord = words(
  'speaker|loudspeaker|lautsprecher|haut-?parleur|altavoz|altavoces|altoparlant|alto-?falante|altifalante|luidspreker|głośnik|högtalar|højttaler|høyttaler|kaiutin|kaiuttim|reproduktor|hangszóró|difuzoare|hoparlör|динамик|колонк|динамік|ηχεί|seinydd',
  'スピーカー|스피커|扬声器|揚聲器|喇叭|مكبر|רמקול|ลำโพง|स्पीकर',
);
/** Loudspeakers by their kind: screens, televisions, conference devices. */
const heardByAll = words('hdmi|display ?port|display audio|(?<!\\p{L})tv(?!\\p{L})|soundbar|speakerphone|jabra speak|homepod|sonos|echo (dot|studio|show)');
/** Chips and drivers whose one label stands for the loudspeakers and for whatever is plugged into the jack. */
const jack = words('realtek|high definition|hd[ -]audio|(?<!\\p{L})usb|conexant|cirrus|synaptics|analog|\\(idt|soundmax|sof-|via hd');

/** What a device of this label seems to be. `unknown` wherever the label leaves a doubt. */
export function audioOutputOf(label: string): AudioOutput {
  if (worn.test(label)) return 'headset';
  const headset = headsetWord.test(label);
  const speaker = speakerWord.test(label);
  if (headset) return speaker && !/\(.*head ?-?set|\(.*head ?-?phone/iu.test(label) ? 'unknown' : 'headset';
  if (heardByAll.test(label)) return 'loudspeakers';
  return speaker && !jack.test(label) ? 'loudspeakers' : 'unknown';
}
