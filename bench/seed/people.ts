import { nameKeyOf } from '@/lib/accounts/names/name'
import { randomOf } from './random'
import type { Shape } from './shape'
import { capital, properWord } from './words'

/** The first accounts, by id; after them come the trusted, then everybody else. */
export const PEOPLE = {
  system: 1,
  owner: 2,
  firstModerator: 3,
  moderators: 5,
  busy: 8,
  firstTrusted: 9,
} as const

export type Role = 'fan' | 'trusted' | 'moderator' | 'owner' | 'system'

/** One account in twenty is trusted. */
const lastTrusted = (shape: Shape) => PEOPLE.firstTrusted + Math.floor(shape.accounts / 20)

export function roleOf(shape: Shape, account: number): Role {
  if (account === PEOPLE.system) return 'system'
  if (account === PEOPLE.owner) return 'owner'
  if (account < PEOPLE.busy) return 'moderator'
  return account <= lastTrusted(shape) ? 'trusted' : 'fan'
}

/** The name of an account, with its key. */
export function nameOf(account: number): { name: string; nameKey: string } {
  const name =
    account === PEOPLE.system ? 'Loreleaf' : `${capital(properWord(account + 100_000))} ${account * 7}`
  return { name, nameKey: nameKeyOf(name) }
}

/** Who published an event: one edit in ten is of one busy account, of the others a few did most. */
export function authorOf(shape: Shape, sequence: number): number {
  const random = randomOf(shape.size.seed, 2, sequence)
  if (random.chance(0.1)) return PEOPLE.busy
  return PEOPLE.firstTrusted + random.skewed(shape.accounts - PEOPLE.firstTrusted + 1, 6)
}

/** A moderator who decides. */
export const moderatorFor = (sequence: number) => PEOPLE.firstModerator + (sequence % PEOPLE.moderators)

/** Authors of another wiki, whose texts were brought here. */
export const EXTERNAL = { wiki: 'old-wiki.example', authors: 2_000 }

/** Which of them wrote something; null for what was written here. One new entry in ten was brought. */
export function externalAuthorOf(shape: Shape, sequence: number): number | null {
  const random = randomOf(shape.size.seed, 3, sequence)
  return random.chance(0.1) ? 1 + random.skewed(EXTERNAL.authors, 3) : null
}
