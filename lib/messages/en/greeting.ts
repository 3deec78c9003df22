/** The greeting of somebody new: small tasks that would help today. */
export const greeting = {
  title: (name: string, count: number) =>
    `Welcome, ${name}. ${['No things', 'One thing', 'Two things', 'Three things'][count]} that would help today`,
  intro: 'They wait for you alone. Do one or none: nobody counts.',
  ask: {
    origin: (fact: string) => `Know who said this first? “${fact}”`,
    second: (fact: string) => `Know a second source for “${fact}”?`,
    seen: (fact: string) => `Seen it? Confirm it: “${fact}”`,
    about: (page: string) => `Know something about ${page}?`,
    first: (fact: string) => `Know where this is from? “${fact}”`,
  },
  more: 'More small tasks',
  done: 'You sent this:',
  putAway: 'Put this away',
  puttingAway: 'Putting it away…',
}
