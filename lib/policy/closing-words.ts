import type { AccountActor, Actor } from './actor'
import { asRanked, isAtLeast } from './rank'

/** An account that says that words must be closed, as far as it counts. */
export interface Witness {
  /** When the account was made. */
  createdAt: Date
  /** The network that it says so from, as a keyed hash; null for an unknown one. */
  network: string | null
}

/** Another one, and whether either ever wrote from where the other does. */
export interface OtherWitness extends Witness {
  isNear: boolean
}

const HOUR = 3_600_000

/** An account younger than this closes nothing, and neither do two that were made within an hour. */
const LEAST_AGE = 3 * 24 * HOUR
const APART = HOUR

/** So many texts the reports of one account close within a day at most. */
export const MOST_CLOSED_A_DAY = 10

/** Whether somebody is told at once of words that reports close: who owns the wiki. */
export const isAlarmed = (actor: AccountActor): boolean => isAtLeast(asRanked(actor), 'owner')

/** Whether what this account reports is closed at once, by its word alone. */
export const closesAlone = (actor: Actor): boolean =>
  actor.kind === 'account' && !actor.isBlocked && isAtLeast(asRanked(actor), 'trusted')

/** Whether somebody's word counts beside another's at all: that of an account that may write. */
export const mayWitness = (actor: Actor): actor is AccountActor =>
  actor.kind === 'account' && !actor.isBlocked

/**
 * Whether two accounts are unrelated: both at least three days old, made more than an hour apart, on different networks
 * that are known, and never on each other's. Twenty accounts of one evening, or of one machine, are one.
 */
export function areUnrelated(one: Witness, other: OtherWitness, now = new Date()): boolean {
  const ages = [one, other].map(({ createdAt }) => now.getTime() - createdAt.getTime())
  const apart = Math.abs(one.createdAt.getTime() - other.createdAt.getTime())
  return (
    ages.every((age) => age >= LEAST_AGE) &&
    apart > APART &&
    one.network !== null &&
    other.network !== null &&
    one.network !== other.network &&
    !other.isNear
  )
}
