/** Looking up which accounts share a network, and the record of who did. */
export const networks = {
  heading: 'Networks',
  title: (name: string) => `Networks of ${name}`,
  intro:
    'Which accounts wrote from the same networks within 90 days. Schools, families and phones share networks: this is never a reason alone.',
  reason: 'Why do you look?',
  reasonHint: 'Owners read this. The person can see that somebody looked, and when.',
  submit: 'Look, and record that I looked',
  busy: 'Looking…',
  recorded: 'That you looked is recorded. You see this for an hour.',
  found: (networks: number, sharing: number) => {
    const from =
      networks === 0
        ? 'No trace of a network is kept.'
        : `Wrote from ${networks === 1 ? 'one network' : `${networks} networks`}.`
    if (networks === 0) return from
    return `${from} ${sharing === 0 ? 'No other account did.' : sharing === 1 ? 'One other account did, too:' : `${sharing} other accounts did, too:`}`
  },
  shares: (networks: number, last: string, since: string, isBlocked: boolean) =>
    `${networks === 1 ? 'one network' : `${networks} networks`} in common, last on ${last}; here since ${since}${isBlocked ? '; blocked' : ''}`,
  lookUps: {
    title: 'Look-ups of networks',
    hint: 'Who looked at which account’s networks, and why.',
    intro: 'Who looked at which accounts share a network with one, when and why. Only owners read this.',
    empty: 'Nobody has looked.',
    looked: 'looked at the networks of',
  },
}
