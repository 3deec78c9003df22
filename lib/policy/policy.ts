import type { ReadScope } from '@/db/visibility/read-scope'
import { RefusalError } from '@/lib/errors'
import { type Ability, type Asked, abilityNames } from './abilities'
import type { Actor, AnyActor } from './actor'
import { isAtLeast } from './rank'
import { whyNot } from './refusals'
import { mayRead, rules } from './rules'
import { isWithinScope } from './scopes'
import type { Change, Subject } from './subject'

export type { ReadScope } from '@/db/visibility/read-scope'

type AnyRule = (actor: Actor, ...asked: unknown[]) => boolean

/**
 * Whether the actor may do this. `decide` is asked about an entry together with its submission's author, `amend`,
 * `withdraw` and `reopen` about a submission, `block`, `setRole` and `renameAccount` about an account, `handleReports`
 * about a report, the others about an entry; `change` says which classes of change an edit makes. A token may do what
 * its scopes name of what its account may; the wiki itself may do everything.
 */
export function can<A extends Ability>(actor: AnyActor, ability: A, ...asked: Asked[A]): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'token') return isWithinScope(actor, ability) && can(actor.of, ability, ...asked)
  if (ability === 'read') return (mayRead as AnyRule)(actor, ...asked)
  if (ability === 'report') return true
  if (actor.kind === 'visitor' || actor.isBlocked) return false
  return (rules[ability as Exclude<Ability, 'read' | 'report'>] as AnyRule)(actor, ...asked)
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

/** What everybody may read; shared pages are rendered with it, whoever asks. */
export const publicScope = 'public' as ReadScope

/**
 * What this actor may read; queries require it. A blocked account reads what everybody reads, and so does a token
 * without its account's moderation scope.
 */
export function readScopeOf(actor: AnyActor): ReadScope {
  if (actor.kind === 'system') return 'ownership' as ReadScope
  if (actor.kind === 'token') return isWithinScope(actor, 'moderate') ? readScopeOf(actor.of) : publicScope
  if (actor.kind === 'visitor' || actor.isBlocked) return publicScope
  if (isAtLeast(actor, 'owner')) return 'ownership' as ReadScope
  if (isAtLeast(actor, 'moderator')) return 'moderation' as ReadScope
  return publicScope
}
