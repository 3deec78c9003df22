const clocks = new Map<string, Intl.DateTimeFormat>()

/** The clock of a time zone, which says the day, too. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const format = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
  } as const
  const clock = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { ...format, timeZone })
  clocks.set(timeZone, clock)
  return clock
}

/** Mail about news: its settings, and its words. */
export const newsMail = {
  title: 'Mail about your news',
  intro: (address: string) =>
    `Your news can come to ${address} as well. A mail says nothing that you could not read here at that moment, and each one has a link that ends it.`,
  introAlarmed: (address: string) =>
    `Your news can come to ${address} as well. A mail says nothing that you could not read here at that moment, and each one has a link that ends it, except for alarms: no link ends those while you own this wiki. They link to this page, where you choose your quiet hours.`,
  noMail: 'This wiki sends no mail.',
  noAddress:
    'There is no confirmed e-mail address to send anything to. Add one, and follow the link that is sent there.',
  toAddress: 'Add an address',
  refused: (address: string) =>
    `Mail to ${address} was sent back, so nothing is sent there any more. If it works again, confirm it once more.`,
  toConfirm: 'Confirm it once more',
  families: {
    own: 'What became of what you sent',
    talk: 'Answers, mentions and thanks',
    watched: 'Changes of what you watch',
    account: 'Your account, and reports of yours',
  },
  rhythms: { at_once: 'At once', daily: 'Once a day', weekly: 'Once a week, on Mondays', never: 'Never' },
  timeZone: 'Your time zone',
  timeZoneHint: 'Days and hours in mails are those of this place.',
  noTimeZone: 'Choose a time zone from the list.',
  hour: 'Hour of the daily and the weekly mail',
  quietFrom: 'Quiet hours from',
  quietTo: 'Quiet hours until',
  quietHint:
    'You own this wiki, so words that a report closes, and people who say that a page is about them, are mailed to you at once, and no link ends that. Alarms of quiet hours come when they end, unless somebody has decided by then.',
  noQuiet: 'No quiet hours',
  quietBoth: 'Choose both hours, and not the same one; or none.',
  hourOfDay: (hour: number) => `${String(hour).padStart(2, '0')}:00`,
  save: 'Save',
  saving: 'Saving…',
  saved: 'Your choice is saved. It counts from now on.',
  /** A summary for one's own account page. */
  none: 'None.',
  some: (count: number) => (count === 1 ? 'About one kind of news.' : `About ${count} kinds of news.`),
  sentBack: 'Mail to your address was sent back.',
  byLink: {
    title: 'Mail from this wiki',
    intro: (address: string) => `This is about mail to ${address}, and about nothing else.`,
    end: 'Stop these mails',
    ending: 'Stopping…',
    ended: 'These mails have stopped. Below is what is still sent; change it whenever you like.',
    which: (kinds: string[]) =>
      `These mails are about ${new Intl.ListFormat('en').format(kinds.map((kind) => `“${kind}”`))}.`,
    others: 'Or choose what is sent',
    what: 'What is sent',
    gone: 'This link does not work any more',
    goneText:
      'It was sent to an address that the account does not use any more. Nothing is sent there; the settings are in your account.',
  },
  clock: (at: Date, timeZone: string) => clockOf(timeZone).format(at),
  subject: (word: string, thing: string | null, wiki: string) =>
    thing === null ? `${word} (${wiki})` : `${word}: ${thing} (${wiki})`,
  subjectOfMany: (count: number, wiki: string) => `${count} things are new for you (${wiki})`,
  greeting: (name: string) => `Hello ${name},`,
  lead: (wiki: string, timeZone: string) => `This is new for you on ${wiki}. Time zone: ${timeZone}.`,
  more: (count: number) =>
    count === 1 ? 'One more is among your news:' : `${count} more are among your news:`,
  allNews: 'All your news',
  why: (rhythms: string[]) =>
    `You get this mail as you have chosen: ${new Intl.ListFormat('en').format(rhythms).toLowerCase()}.`,
  whyAlarm: 'You get this mail because you own this wiki.',
  changeQuiet: 'Choose quiet hours',
  stopOrChange: 'Stop these mails, or change what is sent',
  decision: {
    title: 'E-mail me when it’s decided',
    hint: 'Your address, if you like: one mail about this edit, and nothing else. The address is forgotten then.',
    submit: 'E-mail me',
    busy: 'Noting it…',
    waiting: (address: string) =>
      `We have sent a link to ${address}. Follow it, and you are told there when this is decided.`,
    confirmed: (address: string) => `We e-mail ${address} when it’s decided.`,
    another: 'Use another address',
    confirmTitle: 'Shall we e-mail you?',
    confirmIntro: (address: string) =>
      `Somebody, most likely you, wants one mail at ${address} when an edit on this wiki is decided. If it was not you, leave this page: nothing is sent.`,
    confirm: 'Yes, e-mail me',
    confirming: 'Noting it…',
    doneTitle: 'You will get a mail',
    done: 'It comes when your edit is decided, and it is the only one.',
    subject: (wiki: string) => `Shall we e-mail you? (${wiki})`,
    text: (wiki: string, link: string) =>
      `Somebody, most likely you, has sent an edit on ${wiki} and wants to know here when it is decided. If it was you, open this page and press the button on it:\n\n${link}\n\nYou get one mail then, and nothing else.\n\nIf it was not you, do nothing: the address is forgotten in two days.\n\n${wiki}\n`,
    why: 'You asked for this mail when you sent the edit. It is the only one.',
  },
}
