import { citation, source } from './citing'

/** Edit forms and the editor. */
export const editing = {
  unnamed: 'An entry that is not there (any more)',
  tooManySources: (most: number) => `An edit can add at most ${most} new sources.`,
  tooManyPages: (most: number) => `An edit can add at most ${most} new pages.`,
  room: (left: number) => (left < 0 ? `${-left} characters too long.` : `${left} characters left.`),
  atMost: (most: number) => `At most ${most} characters.`,
  close: 'Close',
  unlink: 'Remove the link',
  loading: 'Loading editor …',
  noScript: {
    page: 'Editing a page needs JavaScript. Without it you can read everything, add facts and describe sources.',
    editFact: 'Changing a fact needs JavaScript. Without it you can read everything and add new facts.',
  },
  unreachable:
    'This could not be sent: the connection or the server failed. Your words are kept here. Try again in a moment.',

  headings: {
    newPage: 'Write a new page',
    editPage: (title: string) => `Edit ${title}`,
    editSection: (section: string, title: string) => `Edit “${section}” on ${title}`,
    newFact: 'Add a fact',
    editFact: 'Edit this fact',
    newSource: 'Add a source',
    editSource: 'Edit this source',
  },

  suggest: {
    label: 'From this wiki',
    nothing: 'Nothing here has such a name.',
    unreachable: 'Suggestions are not available at the moment.',
    noCategory: (title: string) => `“${title}” is a page, but not a category.`,
  },

  list: {
    up: (name: string) => `Move up: ${name}`,
    down: (name: string) => `Move down: ${name}`,
    remove: (name: string) => `Take out: ${name}`,
  },

  tools: {
    bold: 'Bold',
    italic: 'Italic',
    heading2: 'Heading',
    heading3: 'Subheading',
    heading4: 'Minor heading',
    bulletList: 'Bulleted list',
    orderedList: 'Numbered list',
    quote: 'Quotation',
    pageLink: 'Link to a page (or type two square brackets)',
    webLink: 'Link to a web address',
    citation: 'Cite a source',
    spoiler: 'Lock as a spoiler',
    factList: 'List of facts',
    picture: 'Picture',
    table: 'Table',
    undo: 'Undo',
    redo: 'Redo',
  },

  pageLink: {
    label: 'Link to a page',
    hint: 'The page’s title',
    missing: (title: string) => `“${title}”: link to it although nobody has written it yet`,
  },
  webLink: {
    label: 'Web address',
    set: 'Link',
    refused: 'A link starts with http://, https:// or mailto:',
  },

  spoiler: {
    label: 'Spoiler lock',
    open: 'Remove spoiler',
    noRoom: 'The lead has no room for lists and quotations. Turn them into paragraphs first.',
  },
  gate: {
    none: 'open to everybody',
    unknown: 'season unknown',
    from: (place: string) => `until: ${place}`,
  },

  factList: {
    label: 'List of facts',
    add: 'Add a fact to the list',
    hint: 'Words of the fact, or its number',
    remove: 'Remove the list',
  },

  citation,
  source,

  page: {
    title: 'Title',
    titlePlaceholder: 'What is the page called?',
    kind: 'Kind of page',
    chooseKind: 'Choose a kind',
    lead: 'Lead',
    leadPlaceholder: 'In a sentence or two: what is this page about?',
    body: 'Text',
    bodyPlaceholder: 'Write the page. Type [[ to link to another one.',
    gate: 'The whole page is closed',
    infobox: 'Infobox',
    gates: 'Spoiler lock',
    /** Beside a value of the infobox: folded, with what is chosen. */
    gateOf: (chosen: string) => `Spoiler lock: ${chosen}`,
    infoboxEmpty: 'Pages of this kind have no infobox.',
    infoboxMore: (count: number) => `Fields without a value (${count})`,
    infoboxKept: (key: string) => `${key} (not a field of this kind any more)`,
    requiredField: (label: string) => `${label} (needed)`,
    /** Below a field: what is understood of what stands in it. */
    understood: (said: string) => `Read as ${said}`,
    unitHint: (unit: string) => `In ${unit}, if you write the number alone.`,
    notSaid: 'Not said',
    categories: 'Categories',
    categoryHint: 'Search categories, or make one',
    makeCategory: (title: string) => `Make the category “${title}”`,
    isLiving: 'This person is alive, as far as we know',
    isLivingHint: 'Facts about living people are held to stricter rules.',
    work: 'Part of',
    workHint: 'The series, book or film',
    ordinal: 'Number in it',
    newInvitation: (title: string) => `Nobody has written “${title}” yet. You can.`,
  },

  section: {
    note: 'You are editing one section. The rest of the page stays as it is.',
    whole: 'Edit the whole page',
    gone: 'This section is not on the page any more: somebody took it out, or made it part of another. Here is the whole page instead. Nothing that you wrote is lost.',
  },

  fact: {
    statement: 'What is the fact?',
    statementPlaceholder: 'One claim, in one or two sentences of your own',
    about: 'Which pages is it about?',
    aboutHint: 'Search pages; the first is the main one',
    aboutFirst: 'main page',
    speaker: 'Who said it?',
    speakerHint: 'Search pages; leave it empty when you are not sure',
    saidTo: 'To whom?',
    saidToHint: 'An outlet, a programme, an audience',
    saidOn: 'When?',
    saidOnHint: 'As far as known: 2022, April 2022 or 22 April 2022',
    gate: 'Does it give away plot?',
    isPrivateLife: 'It is about the private life of a living person',
    isPrivateLifeHint:
      'Sexuality, relationships, health, family, home, childhood. Such a fact needs the person’s own words, the original opened, and two moderators.',
    topics: 'Topics',
    topicsHint: 'Separated by commas, for instance: casting, music',
    note: 'Note for editors',
    noteHint: 'Shown to editors, not on the fact’s page',
  },

  save: {
    summary: 'What did you change, and why?',
    summaryNew: 'Anything to tell the reviewers?',
    isMinor: 'A small correction',
    publish: 'Publish',
    wording: 'Save',
    review: 'Send for review',
    saving: 'Saving …',
    seeFields: 'This could not be saved yet. See the marked fields.',
    again: 'Try again',
    outcome: {
      publish: 'Goes live at once.',
      wording: 'Changes of wording go live at once; sources, facts and structure are reviewed first.',
      review: 'Will be reviewed before it is shown. Your words are kept meanwhile.',
    },
    toPlace: 'Go there:',
    licence: 'By saving you agree that your words may be used under CC BY-SA 4.0.',
    published: 'Published. Taking you there …',
    plainPublished: 'Published. See it',
    waitingTitle: 'Thank you. Your edit is waiting for review.',
    waiting: 'You can see what becomes of it, and what reviewers say, on its own page.',
    waitingLink: (id: number) => `Submission ${id}`,
    back: 'Back to reading',
  },

  draft: {
    restored: (when: string) => `What you wrote here before (${when}) is back.`,
    discard: 'Discard it and start again',
    notKept: 'This browser keeps no drafts: do not close this page before you have saved.',
    offersLabel: 'What you wrote here and did not send',
    offered: (count: number) =>
      count === 1
        ? 'You have words here that were not sent.'
        : `You have written here ${count} times and not sent it.`,
    takeUp: 'Take them up',
    takeUpWhich: (words: string) => `Take up: ${words}`,
    throwAway: 'Throw them away',
    throwAwayWhich: (words: string) => `Throw away: ${words}`,
    leave: (count: number) => (count === 1 ? 'Leave them for later' : 'Leave them all for later'),
    noRoomLabel: 'No room for a draft',
    noRoom:
      'This browser has no room to keep what you write here: send it before you close this page, or throw away words of before that were never sent.',
    noRoomAtAll: 'This browser has no room to keep what you write here: send it before you close this page.',
    open: 'Open in a new tab',
  },
} as const
