const stances = {
  supports: 'says yes',
  contradicts: 'says no',
  narrows: 'says it in part',
  supersedes: 'replaces it',
  background: 'context',
}

const directnesses = {
  report: 'someone writing about it',
  original: 'from the person or the work itself',
}

const openings = {
  not_yet: 'not yet',
  yes: 'yes',
  unavailable: 'not available',
}

const sourceTypes = {
  webpage: 'Web page',
  article: 'Article',
  'article-newspaper': 'Newspaper article',
  'article-magazine': 'Magazine article',
  interview: 'Interview',
  broadcast: 'Broadcast or video',
  motion_picture: 'Film or episode',
  book: 'Book or comic',
  post: 'Post on social media',
  'post-weblog': 'Blog post',
}

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

  citation: {
    source: 'Source',
    sourceHint: 'Search the sources, paste a link, or describe a new one',
    sourceMissing: 'Choose a source, or describe a new one.',
    newSource: (text: string) =>
      /^https?:\/\//i.test(text) ? `New source with this link: ${text}` : `New source: ${text}`,
    newSourceLabel: 'New source',
    another: 'Choose another',
    stance: 'What it says',
    stances,
    directness: 'It is',
    directnesses,
    opened: 'Have you opened it?',
    openings,
    openedIn: (opened: 'yes' | 'not_yet' | 'unavailable') =>
      ({ yes: 'opened', not_yet: 'not yet opened', unavailable: 'not available' })[opened],
    locator: 'Where in it',
    quote: 'Exact quote',
    via: 'Seen through',
    note: 'Note for editors',
    hints: {
      locator: 'A page, a minute, a section',
      quote: (most: number) => `At most ${most} characters, exactly as they stand there`,
      via: 'Who carried or reported it, when you did not see it at its publisher’s',
      note: 'Shown to people who look into the sources, not on the page',
    },
    more: 'More about this citation',
    insert: 'Cite here',
    change: 'Change the citation',
    remove: 'Remove the citation',
    list: 'Sources',
    add: 'Add a source',
    numbered: (number: number) => `Source ${number}`,
    takeOut: (number: number) => `Take out source ${number}`,
    none: 'No source yet, and that is what readers see.',
  },

  source: {
    type: 'Kind of source',
    types: sourceTypes,
    title: 'Title',
    description: 'Description',
    publisher: 'Publisher or outlet',
    authors: 'Authors',
    issued: 'Date',
    url: 'Link',
    archiveUrl: 'Archived copy',
    via: 'Seen through',
    note: 'Note for editors',
    derivedFrom: 'Does it repeat another source?',
    derivations: {
      unknown: 'not known',
      none: 'no, it stands by itself',
      work: 'no, it is the work itself: an episode, a film, a chapter',
      source: 'yes, it repeats another source',
    },
    original: 'The source that it repeats',
    hints: {
      url: 'Starts with https://',
      title: 'As it stands there',
      description: 'When the title is not known: what it is, in your words',
      publisher: undefined,
      issued: 'As far as known: 2022, 2022-04 or 2022-04-22',
      authors: 'One a line',
      archiveUrl: 'For instance at web.archive.org',
      via: 'Who carried or reported it',
      derivedFrom: 'Two outlets that carry one interview count as one source.',
      note: 'Shown to editors, not on the source’s page',
    },
  },

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
    saidOnHint: 'As far as known: 2022, 2022-04 or 2022-04-22',
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
