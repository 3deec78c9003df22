import { moment } from './dates'

/** The rules that a block can go by, as the blocked read them. */
export const blockRules = {
  personal: 'Nobody’s address, number or other private life is published.',
  threats: 'Nobody is threatened, insulted or hounded.',
  spam: 'No advertising, and nothing sent over and over.',
  damage: 'Nothing is deleted or made up on purpose.',
  reports: 'Nobody is reported for what they have not done.',
  other: 'Another one, which is said with it.',
}

/** Contesting a block, and muting somebody. */
export const safety = {
  appeal: {
    title: 'Contest a block',
    link: 'Contest the block',
    none: 'Your account is not blocked: there is nothing to contest.',
    standing: (by: string, rule: string, reason: string, until: Date | null) =>
      `${by} blocked your account ${until ? `until ${moment(until)}` : 'until somebody lifts it'}. You can read, report and contest this; nothing else can be saved. The rule: ${rule} The reason given: “${reason}”`,
    how: 'Say once, in your own words, why the block should end. Somebody other than who set it answers, and you are told. The next time is 30 days later.',
    alone: 'This wiki has nobody else who could answer: who set the block answers.',
    words: 'Why should it end?',
    sayWhy: 'Say why the block should end.',
    tooLong: (over: number, most: number) =>
      `This is ${over} characters too long: at most ${most} fit. All of it is still here to shorten.`,
    submit: 'Send it',
    busy: 'Sending…',
    waits: (at: Date) => `You contested this on ${moment(at)}. Somebody will answer here.`,
    answered: (outcome: 'lifted' | 'stays', at: Date) =>
      outcome === 'lifted'
        ? `The block was lifted on ${moment(at)}.`
        : `The answer of ${moment(at)}: the block stays.`,
    nextFrom: (at: Date) => `You can contest it again from ${moment(at)}.`,
    notYet: (iso: string) => `You can contest this block again from ${moment(new Date(iso))}.`,
    notBlocked: 'Your account is not blocked (any more): there is nothing to contest.',
    already: 'You have contested this block already: the answer will stand here.',
    queue: {
      title: 'Appeals',
      intro: 'What blocked accounts say against their block. Somebody other than who set the block answers.',
      empty: 'Nobody contests a block.',
      waiting: (count: number) => (count === 0 ? 'Nobody contests a block.' : `${count} to answer.`),
      own: 'You set this block: somebody else answers.',
      alone: 'You set this block, and nobody else can answer: say so in the answer.',
      decision: 'What becomes of the block?',
      decisions: { lifted: 'It is lifted now', stays: 'It stays' },
      choose: 'Choose what becomes of the block.',
      answer: 'The answer, which they read',
      giveAnswer: 'Give an answer: the account reads it.',
      submit: 'Answer',
      busy: 'Answering…',
      answered: 'This appeal is answered already. Reload the page.',
      notFound: 'There is no such appeal.',
      reason: 'After an appeal',
    },
  },
  mute: {
    link: 'Mute',
    linkOf: (name: string) => `Mute ${name}`,
    title: (name: string) => `Mute ${name}?`,
    heading: 'Mute somebody',
    intro:
      'What they write in talk is folded for you, and you are not told of their answers, mentions or thanks. They are not told. What moderators do is told as before.',
    submit: 'Mute',
    unmute: 'Unmute',
    busy: 'One moment…',
    list: 'Muted people',
    hint: 'Whose words are folded for you.',
    empty: 'You have muted nobody. On a person’s page and at their comments there is “Mute”.',
    oneself: 'You cannot mute yourself.',
    tooMany: (most: number) => `You have muted ${most} people: more is not possible.`,
    back: 'Your account',
  },
}
