/** How far a reader is, and the locks that follow from it. */
export const progress = {
  title: 'How far are you?',
  lead: 'Say how far you have seen or read. What comes later stays closed: on pages, in search, in lists and in previews.',
  link: 'How far I am',
  linkShort: 'How far',
  legend: (work: string) => `${work}: I’ve seen up to …`,
  place: (kind: string, number: number) => `${kind} ${number}`,
  within: (outer: string, place: string) => `${outer}, ${place.toLowerCase()}`,
  /** Of a whole season: all of it. */
  whole: (place: string) => `All of ${place.toLowerCase()}`,
  /** As short as fits on a button: “S2 · E4”. */
  short: (places: { kind: string; number: number }[]) =>
    places.map(({ kind, number }) => `${[...kind][0]?.toUpperCase() ?? ''}${number}`).join(' · '),
  shortAll: 'All seen',
  shortNone: 'Nothing yet',
  nothing: 'I’ve seen nothing yet',
  all: 'I’ve seen it all',
  forget: 'Show what is open to everybody',
  kept: 'Kept on this device, and in your account when you are signed in. It is known to nobody else.',
  noPlaces: 'This wiki has no seasons, episodes or volumes yet, so there is nothing to choose.',
  odd: 'This is not something that can be kept. Go back, and choose again.',
  back: 'Back, and leave it as it is',
  seenThis: 'I’ve seen this',
  setHowFar: 'Set how far I am',
  lock: 'Spoiler lock',
  lockedUntil: (place: string) => ['Locked until ', place] as const,
  lockedUnknown: 'Locked: nobody has said yet how far one must be',
}
