/**
 * The guidance pack: everything an organisation wants Second Glance to say and whom to call.
 * This file is the one definition: types, validation, the editor in options and the documentation come from it.
 * Kept apart from `pack.ts`, so that code which only reads the shipped pack does not carry the validation.
 */
import * as v from 'valibot';
import { cleanText } from './markup';

/** Raised when a pack of an earlier version would be read wrongly; see `readPack`. */
export const packSchemaVersion = 1;

const described = <S extends v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>>(schema: S, text: string) => v.pipe(schema, v.description(text));

const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'id'));
const line = v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(400, 'long'));
/** A name that is shown as it stands: without what turns text around or hides in it, which words of a pack lose where they are shown. */
const label = v.pipe(
  v.string(),
  v.transform((value) => cleanText(value).replace(/\s+/g, ' ')),
  line,
);
const paragraph = v.pipe(v.string(), v.trim(), v.minLength(1, 'empty'), v.maxLength(2000, 'long'));
const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'language'));

/** Plain words: one text, or one text per language. */
const text = v.union([line, v.record(language, line)]);
const longText = v.union([paragraph, v.record(language, paragraph)]);

/** A day, `2026-11-21`. */
const day = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'day'),
  // Runs after a failed pattern, too; a date that rolls over (30 February) names another day.
  v.check((value) => {
    const time = Date.parse(`${value}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  }, 'day'),
);

/** Only https: a pack can be written by anyone, and its links are shown to everyone. */
const httpsUrl = v.pipe(
  v.string(),
  v.maxLength(2000, 'long'),
  v.check((value) => {
    try {
      const url = new URL(value);
      return url.protocol === 'https:' && url.username === '' && url.password === '';
    } catch {
      return false;
    }
  }, 'https'),
);

const source = v.strictObject({
  document: described(id, 'Id of a document of this pack.'),
  section: described(v.optional(label), 'Heading in that document.'),
});

const documentSchema = v.strictObject({
  id: described(id, 'Short name that points, contacts and stories use for this document.'),
  title: described(text, 'Title as the document has it.'),
  url: described(v.optional(httpsUrl), 'Where people can read it.'),
  access: described(v.optional(v.picklist(['public', 'intranet'])), 'Who can open the link.'),
  published: described(v.optional(day), 'When it was published or last changed, where that is known.'),
  reviewDue: described(v.optional(day), 'When its owner was to review it. After that day Second Glance marks it as overdue.'),
  checked: described(day, 'When the author of this pack last compared the pack with the document.'),
  note: described(v.optional(text), 'What people need to know about its age or its reach.'),
});

const places = ['home', 'office', 'travelling'] as const;
const themes = ['overseen', 'overheard', 'overshared', 'general'] as const;

const pointSchema = v.strictObject({
  id: described(id, 'Stays the same for ever; rules and tests name it.'),
  theme: described(v.picklist(themes), 'Which of the three questions it answers, or general.'),
  text: described(text, 'The point in one plain sentence.'),
  detail: described(v.optional(text), 'One more sentence: how, or why.'),
  sources: described(v.pipe(v.array(source), v.minLength(1, 'empty')), 'Where the organisation says so.'),
  checklist: described(
    v.optional(v.pipe(v.array(v.picklist(places)), v.minLength(1, 'empty'))),
    'Places at which the point is on the checklist. Without this it is not on it.',
  ),
});

const channelSchema = v.pipe(
  v.strictObject({
    kind: described(v.picklist(['phone', 'mail', 'chat', 'web']), 'How this channel is opened.'),
    value: described(label, 'Phone number as people write it, mail address, channel name with #, or https address.'),
    label: described(v.optional(text), 'Name of the channel where its value says too little.'),
    state: described(
      v.optional(v.picklist(['works', 'in-doubt', 'closed'])),
      'Works (default); in doubt, when later sources disagree; closed, when nobody reads it any more. Closed channels are shown but cannot be clicked.',
    ),
    note: described(v.optional(text), 'What later sources say.'),
    source: described(v.optional(source), 'Where the note comes from.'),
  }),
  v.forward(
    v.check((channel) => {
      if (channel.kind === 'mail') return /^[^\s@<>()[\]\\,;:"?&%]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(channel.value);
      if (channel.kind === 'phone') return /^\+?[\d ()-]{3,24}$/.test(channel.value) && /\d{3}/.test(channel.value.replace(/\D/g, ''));
      if (channel.kind === 'web') return v.is(httpsUrl, channel.value);
      return true;
    }, 'channel'),
    ['value'],
  ),
);

const contactSchema = v.strictObject({
  id: described(id, 'Short name that situations and rules use for this contact.'),
  group: described(id, 'Id of the contact group that it is listed under.'),
  team: described(text, 'Who answers.'),
  for: described(v.optional(text), 'Whom it is for, or what for.'),
  channels: described(v.array(channelSchema), 'Best first.'),
  hours: described(v.optional(text), 'When somebody answers.'),
  note: described(v.optional(text), 'What people need to know before they call.'),
  sources: described(v.pipe(v.array(source), v.minLength(1, 'empty')), 'Where the contact comes from.'),
  checked: described(day, 'When somebody last made sure of it.'),
});

const situationSchema = v.strictObject({
  id: described(id, 'Short name.'),
  title: described(text, 'What happened, in the words of the person to whom it happened.'),
  firstSteps: described(v.array(text), 'What to do in the first five minutes, in order.'),
  haveReady: described(v.array(text), 'What the team will ask.'),
  contacts: described(v.array(id), 'Ids of contacts, the first to call first.'),
  keywords: described(v.optional(text), 'Further words that people may search for.'),
  sources: described(v.optional(v.array(source)), 'Where the organisation says so. Without this the steps are shown as suggestions of the pack’s author.'),
  report: described(v.optional(v.picklist(['sent', 'other'])), 'Whether a report can be prepared: about a message that was sent, or about something else.'),
});

const storySchema = v.strictObject({
  id: described(id, 'Short name that rules use for this story.'),
  title: described(text, 'What the story is about, without its distressing part.'),
  notice: described(text, 'What a reader meets in it; shown before it.'),
  paragraphs: described(v.pipe(v.array(longText), v.minLength(1, 'empty')), 'The story, briefly and with care.'),
  sources: described(v.pipe(v.array(source), v.minLength(1, 'empty')), 'Where it was told first.'),
});

const ruleGuidanceSchema = v.strictObject({
  points: described(v.optional(v.array(id)), 'Ids of the points behind this rule, most fitting first.'),
  details: described(v.optional(v.array(id)), 'Ids of points that the card gives on demand.'),
  contacts: described(v.optional(v.array(id)), 'Ids of the contacts that this rule offers as help.'),
  stories: described(v.optional(v.array(id)), 'Ids of stories that show why it matters.'),
  titles: described(v.optional(v.pipe(v.array(text), v.minLength(1, 'empty'))), 'The organisation’s own wording of the card’s title.'),
});

const linkSchema = v.strictObject({
  title: described(text, 'What the link leads to.'),
  url: described(httpsUrl, 'Where it is.'),
  access: described(v.optional(v.picklist(['public', 'intranet'])), 'Who can open it.'),
  note: described(v.optional(text), 'What people need to know before they open it.'),
});

const packObject = v.strictObject({
  schema: described(v.literal(packSchemaVersion), 'Version of this format.'),
  id: described(id, 'Short name of the pack.'),
  version: described(label, 'Version of its content, any form.'),
  organisation: described(
    v.strictObject({
      name: described(text, 'Name of the organisation.'),
      shortName: described(v.optional(text), 'The name people use.'),
      domains: described(v.optional(v.array(label)), 'Domains that are offered as the organisation’s own on first run.'),
    }),
    'Whose guidance this is.',
  ),
  languages: described(v.pipe(v.array(language), v.minLength(1, 'empty')), 'Languages in which every text is there, the first is used where a text has none.'),
  documents: described(v.array(documentSchema), 'Where the guidance comes from.'),
  points: described(v.array(pointSchema), 'Each piece of guidance, once.'),
  groups: described(v.array(v.strictObject({ id, title: text, note: v.optional(text) })), 'Headings of the contact list, in order.'),
  contacts: described(v.array(contactSchema), 'Whom to ask.'),
  situations: described(v.array(situationSchema), 'What can have happened, and what to do then.'),
  stories: described(v.array(storySchema), 'Why it matters.'),
  ifUnsure: described(text, 'One sentence that is always in view.'),
  rules: described(v.record(id, ruleGuidanceSchema), 'What belongs to which rule, by rule id.'),
  links: described(v.array(linkSchema), 'Further reading.'),
});

/** Where an id is named that the pack does not have, or has twice. */
function idProblems(
  pack: v.InferOutput<typeof packObject>,
): readonly { readonly path: readonly (string | number)[]; readonly message: 'unknown-id' | 'double-id' }[] {
  const problems: { path: (string | number)[]; message: 'unknown-id' | 'double-id' }[] = [];
  const lists = ['documents', 'points', 'groups', 'contacts', 'situations', 'stories'] as const;
  const known = Object.fromEntries(lists.map((list) => [list, new Set(pack[list].map((item) => item.id))])) as Record<(typeof lists)[number], Set<string>>;
  for (const list of lists) {
    const seen = new Set<string>();
    for (const [index, item] of pack[list].entries()) {
      if (seen.has(item.id)) problems.push({ path: [list, index, 'id'], message: 'double-id' });
      seen.add(item.id);
    }
  }
  const demand = (list: (typeof lists)[number], wanted: string, path: (string | number)[]) => {
    if (!known[list].has(wanted)) problems.push({ path, message: 'unknown-id' });
  };
  for (const list of ['points', 'contacts', 'stories'] as const) {
    for (const [index, item] of pack[list].entries()) {
      for (const [at, origin] of item.sources.entries()) demand('documents', origin.document, [list, index, 'sources', at, 'document']);
    }
  }
  for (const [index, situation] of pack.situations.entries()) {
    for (const [at, origin] of (situation.sources ?? []).entries()) demand('documents', origin.document, ['situations', index, 'sources', at, 'document']);
  }
  for (const [index, contact] of pack.contacts.entries()) {
    demand('groups', contact.group, ['contacts', index, 'group']);
    for (const [at, channel] of contact.channels.entries()) {
      if (channel.source) demand('documents', channel.source.document, ['contacts', index, 'channels', at, 'source', 'document']);
    }
  }
  for (const [index, situation] of pack.situations.entries()) {
    for (const [at, contact] of situation.contacts.entries()) demand('contacts', contact, ['situations', index, 'contacts', at]);
  }
  for (const [rule, guidance] of Object.entries(pack.rules)) {
    for (const [field, list] of [
      ['points', 'points'],
      ['details', 'points'],
      ['contacts', 'contacts'],
      ['stories', 'stories'],
    ] as const) {
      for (const [at, wanted] of (guidance[field] ?? []).entries()) demand(list, wanted, ['rules', rule, field, at]);
    }
  }
  return problems;
}

export const packSchema = v.pipe(
  packObject,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const { path, message } of idProblems(dataset.value)) {
      let input: unknown = dataset.value;
      const steps = path.map((key) => {
        const container = input as Record<string | number, unknown>;
        input = container[key];
        return { type: 'unknown' as const, origin: 'value' as const, input: container, key, value: input };
      });
      addIssue({ message, path: steps as unknown as [v.IssuePathItem, ...v.IssuePathItem[]] });
    }
  }),
);
