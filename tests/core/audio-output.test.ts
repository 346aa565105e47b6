import { expect, test } from 'vitest';
import { audioOutputOf } from '../../core/audio-output';

test.each([
  // Windows
  ['Default - Headphones (2- AirPods Pro)', 'headset'],
  ['Kopfhörer (Jabra Evolve2 65)', 'headset'],
  ['Speakers (Jabra Evolve2 65)', 'headset'],
  ['Headset Earphone (Plantronics Blackwire 5220)', 'headset'],
  ['Communications - Headset (Logi Zone Wireless Hands-Free AG Audio)', 'headset'],
  ['Casque (WH-1000XM4 Stereo)', 'headset'],
  ['Auriculares (Galaxy Buds2)', 'headset'],
  ['Cuffie (Realtek(R) Audio)', 'headset'],
  ['Słuchawki (USB Audio)', 'headset'],
  ['Наушники (High Definition Audio Device)', 'headset'],
  ['ヘッドホン (Realtek(R) Audio)', 'headset'],
  ['耳机 (Realtek(R) Audio)', 'headset'],
  ['Speakers (USB Headset)', 'headset'],
  ['Speakers (Realtek(R) Audio)', 'unknown'],
  ['Speakers / Headphones (Realtek Audio)', 'unknown'],
  ['Lautsprecher (Realtek High Definition Audio)', 'unknown'],
  ['Speakers (USB Audio Device)', 'unknown'],
  ['DELL U2720Q (HDMI)', 'loudspeakers'],
  ['Digital Audio (HDMI)', 'loudspeakers'],
  ['Lautsprecher (Bose SoundLink)', 'loudspeakers'],
  ['Echo Cancelling Speakerphone (Jabra SPEAK 510)', 'loudspeakers'],
  // macOS
  ['Default - MacBook Pro Speakers (Built-in)', 'loudspeakers'],
  ['MacBook Pro-Lautsprecher', 'loudspeakers'],
  ['Haut-parleurs MacBook Air', 'loudspeakers'],
  ['AirPods Pro Speakers', 'headset'],
  ['External Headphones (Built-in)', 'headset'],
  ['Built-in Output', 'unknown'],
  ['LG TV (HDMI)', 'loudspeakers'],
  // Linux and ChromeOS
  ['Family 17h HD Audio Controller Speaker + Headphones', 'unknown'],
  ['Built-in Audio Analog Stereo', 'unknown'],
  ['sof-hda-dsp Speaker', 'unknown'],
  ['Default', 'unknown'],
  ['Speaker (Internal)', 'loudspeakers'],
  ['Fake Default Audio Output', 'unknown'],
  ['', 'unknown'],
  ['Beholder', 'unknown'],
])('%s: %s', (label, expected) => expect(audioOutputOf(label)).toBe(expected));
