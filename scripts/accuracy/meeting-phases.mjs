/**
 * Phases on the saved pages of meeting sites, served at their real addresses: read by the product's own description, and by generic reading alone.
 * Pages and what they are: `../shared/pages/meeting/INDEX.md`. Most are fragments, retyped or derived from attribute names; few have visible devices,
 * so generic reading cannot know them all. "Unknown" costs a reminder; only "wrong" costs trust.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { build } from 'vite';
import { chromiumFlags, findChromium } from '../find-browser.mjs';
import { sharedFolder } from '../mail-files.mjs';

const meet = 'https://meet.google.com/abc-defg-hij';
const teams = 'https://teams.microsoft.com/v2/';
const light = 'https://teams.microsoft.com/light-meetings/launch?agent=web';
const launcher = 'https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fmeet%2F9312345678901&type=meet';
const zoom = 'https://app.zoom.us/wc/84335626851/join';
const element = 'https://call.element.io/room/#/case-conference';

/** File, address, phase. */
const truth = [
  ['google-meet/error-check-your-meeting-code.2026-08-25.html', meet, 'ended'],
  ['google-meet/in-call-hangup-button.vi.2026.html', meet, 'in-meeting'],
  ['google-meet/green-room-join-button.ja.2020-12.html', meet, 'pre-join'],
  ['google-meet/green-room.DERIVED.html', meet, 'pre-join'],
  ['google-meet/waiting-room.DERIVED.html', meet, 'waiting'],
  ['teams/launcher-browser-or-app.2026-07-06.html', launcher, 'launcher'],
  ['teams/prejoin-anonymous-name-empty.2026-07-06.html', teams, 'pre-join'],
  ['teams/prejoin-signed-in.2026-07-06.html', teams, 'pre-join'],
  ['teams/prejoin-light-meetings-elements.2026-07-19.html', light, 'pre-join'],
  ['teams/legacy-prejoin.UNVERIFIED.html', teams, 'pre-join'],
  ['teams/lobby.UNVERIFIED.html', teams, 'waiting'],
  ['teams/in-call.2026-07-06.html', teams, 'in-meeting'],
  ['teams/retry-screen-no-such-meeting.2026-07-19.html', light, 'ended'],
  ['zoom/prejoin-current.2026-09.REPLICA.html', zoom, 'pre-join'],
  ['zoom/prejoin-classic.REPLICA.html', 'https://zoom.us/wc/join/84335626851', 'pre-join'],
  ['zoom/in-call-footer.2021.html', zoom, 'in-meeting'],
  ['zoom/blocked-automated.2026-09.REPLICA.html', zoom, 'unknown'],
  ['element-call/lobbyview-renders-with-appbar-android-1.html', element, 'pre-join'],
  ['element-call/lobbyview-renders-with-appbar-ios-1.html', element, 'pre-join'],
  ['element-call/lobbyview-renders-with-header-and-participant-count-1.html', element, 'pre-join'],
  ['element-call/incallview-rendering-renders-1.html', element, 'in-meeting'],
  ['element-call/should-render-the-error-page-with-link-back-to-home-1.html', element, 'unknown'],
  ['jitsi/prejoin.DERIVED.html', 'https://meet.jit.si/CaseConference', 'pre-join'],
  ['jitsi/in-call.DERIVED.html', 'https://meet.jit.si/CaseConference', 'in-meeting'],
  ['livekit/prejoin.DERIVED.html', 'https://meet.livekit.io/rooms/ab12', 'pre-join'],
  ['livekit/in-call.DERIVED.html', 'https://meet.livekit.io/rooms/ab12', 'in-meeting'],
  ['slack/huddle-preview.DERIVED.html', 'https://app.slack.com/huddle/T0AAAAAAA/C0BBBBBBB', 'pre-join'],
  ['slack/huddle-in-call.DERIVED.html', 'https://app.slack.com/client/T0AAAAAAA/C0BBBBBBB', 'in-meeting'],
];

/** The sites and generic reading as one script for a page. */
async function readers() {
  const entry = '\0meetings';
  const [output] = [
    await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [
        {
          name: 'meetings',
          resolveId: (id) => (id.endsWith('virtual-meetings') ? entry : null),
          load: (id) =>
            id === entry
              ? `import { callSigns, genericPhase } from '/page/meeting-generic.ts';
                 const sites = Object.values(import.meta.glob('/sites/*.ts', { eager: true, import: 'default' }));
                 globalThis.phases = (id) => {
                   const reader = sites.find((site) => site.id === id).surfaces.meeting;
                   const [root] = reader.find(document);
                   return [root ? (reader.read(root, null)?.phase ?? 'unknown') : 'unknown', genericPhase(callSigns(document.body), document.body)];
                 };`
              : null,
        },
      ],
      build: { write: false, minify: false, lib: { entry: 'virtual-meetings', formats: ['iife'], name: 'meetings' } },
    }),
  ].flat();
  return output.output[0].code;
}

export async function* tables() {
  const folder = await sharedFolder('pages');
  if (!folder) {
    console.log('Meeting phases: no saved pages beside this clone, skipped.');
    return;
  }
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags] });
  const counts = new Map();
  const misses = [];
  try {
    const script = await readers();
    const page = await browser.newPage();
    for (const [file, address, expected] of truth) {
      const html = await readFile(join(folder, 'meeting', file), 'utf8');
      await page.unrouteAll();
      await page.route('**/*', (route) => (route.request().isNavigationRequest() ? route.fulfill({ contentType: 'text/html', body: html }) : route.abort()));
      // Two addresses that differ only behind # would be one document.
      await page.goto('about:blank');
      await page.goto(address);
      await page.evaluate(script);
      const product = { teams: 'microsoft-teams' }[file.split('/')[0]] ?? file.split('/')[0];
      const [bySite, generic] = await page.evaluate((id) => globalThis.phases(id), product);
      const row = counts.get(product) ?? [0, 0, 0, 0, 0, 0, 0];
      const tally = (phase, from) => {
        row[from + (phase === expected ? 0 : phase === 'unknown' ? 2 : 1)] += 1;
      };
      row[0] += 1;
      tally(bySite, 1);
      tally(generic, 4);
      counts.set(product, row);
      if (bySite !== expected) misses.push(`${file}: ${bySite}, should be ${expected}`);
      if (generic !== expected && generic !== 'unknown') misses.push(`${file}, generic: ${generic}, should be ${expected}`);
    }
  } finally {
    await browser.close();
  }
  const rows = [...counts].map(([product, numbers]) => [product, ...numbers]);
  rows.push(['all', ...[0, 1, 2, 3, 4, 5, 6].map((column) => rows.reduce((sum, row) => sum + row[column + 1], 0))]);
  yield {
    title: 'Phases of meetings on saved pages: by the product’s own description, and by generic reading alone',
    columns: ['product', 'pages', 'right', 'wrong', 'unknown', 'generic right', 'wrong', 'unknown'],
    rows,
    misses,
  };
}
