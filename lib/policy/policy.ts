import type { ReadScope } from '@/db/visibility/read-scope'
import { RefusalError } from '@/lib/errors'
import { type Ability, type Asked, abilityNames } from './abilities'
import type { Actor, AnyActor } from './actor'
import { asRanked, isAtLeast, isStopped } from './rank'
import { whyNot } from './refusals'
import { mayRead, rules } from './rules'
import { isWithinScope } from './scopes'
import type { Change, Subject } from './subject'

export type { ReadScope } from '@/db/visibility/read-scope'

type AnyRule = (actor: Actor, ...asked: unknown[]) => boolean

/**
 * Whether the actor may do this. `decide` is asked about an entry together with its submission's author, `amend`,
 * `withdraw` and `reopen` about a submission, `block`, `setRole` and `renameAccount` about an account, `handleReports`
 * about a report, those of talk as `Asked` says, the others about an entry; `change` says which classes of change an edit makes. A token may do what
 * its scopes name of what its account may; the wiki itself may do everything.
 */
export function can<A extends Ability>(actor: AnyActor, ability: A, ...asked: Asked[A]): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'token') return isWithinScope(actor, ability) && can(actor.of, ability, ...asked)
  if (ability === 'read') return (mayRead as AnyRule)(actor, ...asked)
  if (ability === 'report') return true
  if (actor.kind === 'visitor' || isStopped(actor)) return false
  return (rules[ability as Exclude<Ability, 'read' | 'report'>] as AnyRule)(asRanked(actor), ...asked)
}

/**
 * Like `can`, but throws a `RefusalError` that says why not: sign in first, blocked (with reason and end), not found
 * for what must not be read, not allowed otherwise.
 */
export function authorize<A extends Ability>(actor: AnyActor, ability: A, ...asked: Asked[A]): void {
  if (actor.kind !== 'system' && !can(actor, ability, ...asked))
    throw new RefusalError(whyNot(actor, ability))
}

const aboutOthers = [
  'block',
  'setRole',
  'renameAccount',
  'decide',
  'amend',
  'withdraw',
  'reopen',
  'handleReports',
  'commentAtOnce',
  'converse',
  'mention',
  'editComment',
  'withdrawComment',
  'decideComment',
  'settle',
  'thank',
  'check',
  'writeOwnWords',
  'decideOwnWords',
] as const
type EntryAbility = Exclude<Ability, (typeof aboutOthers)[number]>
const aboutEntries = abilityNames.filter(
  (name): name is EntryAbility => !(aboutOthers as readonly Ability[]).includes(name),
)
export type Abilities = Record<EntryAbility, boolean>

/** The answers that the interface shows for an entry, so that it never sees a role. */
export function abilities(actor: Actor, subject: Subject, change?: Change): Abilities {
  const answers = aboutEntries.map((name) => [
    name,
    (can as (actor: Actor, ability: Ability, ...asked: unknown[]) => boolean)(actor, name, subject, change),
  ])
  return Object.fromEntries(answers) as Abilities
}

const scopeOf = (
  who: ReadScope['who'],
  open: ReadonlySet<number> | 'everything' = 'everything',
  openedFacts: ReadonlySet<number> = new Set(),
) => ({ who, open, openedFacts }) as ReadScope

/**
 * What readers may read to whom these places (by their pages) are open, or everything, and these facts (by their
 * numbers); shared pages are rendered with it, whoever asks. Loaders get the current page's by `readerScope()`.
 */
export const readersScope = (
  open: Iterable<number> | 'everything',
  openedFacts: Iterable<number> = [],
): ReadScope => scopeOf('public', typeof open === 'string' ? open : asSet(open), asSet(openedFacts))

/** A set stays the same one: what is remembered of it is found again. */
const asSet = (ids: Iterable<number>): ReadonlySet<number> => (ids instanceof Set ? ids : new Set(ids))

/** What everybody may read who has asked for what gates close: who writes, and who opens something. */
export const writersScope = scopeOf('public')

/** The same scope with what is deleted: for the history of an entry that was merged into another, and of no other. */
export const withGone = (within: ReadScope): ReadScope => ({ ...within, withGone: true })

const moderationScope = scopeOf('moderation')
const ownershipScope = scopeOf('ownership')

/**
 * What this actor may read where people write, review and moderate, whatever its gate; queries require it. A blocked account reads what everybody reads, and so does a token
 * without its account's moderation scope.
 */
export function readScopeOf(actor: AnyActor): ReadScope {
  if (actor.kind === 'system') return ownershipScope
  if (actor.kind === 'token') return isWithinScope(actor, 'moderate') ? readScopeOf(actor.of) : writersScope
  if (actor.kind === 'visitor' || isStopped(actor)) return writersScope
  if (isAtLeast(actor, 'owner')) return ownershipScope
  if (isAtLeast(actor, 'moderator')) return moderationScope
  return writersScope
}
