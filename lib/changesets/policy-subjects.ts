import type { EntryState } from '@/db/entries/entry-states'
import { kindOf } from '@/lib/kinds/registry'
import { protectionNow } from '@/lib/policy/protection'
import type { Change, Protection, Subject } from '@/lib/policy/subject'
import { aboutIds, concernedIds, type EvaluationContext, MUCH_SHOWN } from './evaluation-context'
import type { MergedChange } from './merge'

/** What the rules are asked about: an entry as a change would make it, and the change. */
export interface PolicyCase {
  subject: Subject
  change: Change
}

/**
 * What the rules are asked about each change: its entry's protection (a fact's is the strictest of every page it is
 * about, before and after), how much it is shown, whether it is about the living, and private life.
 */
export function policySubjects(
  changes: MergedChange[],
  { states, shownBy }: Omit<EvaluationContext, 'kinds' | 'holders'>,
): PolicyCase[] {
  return changes.map((one) => {
    const own = one.entryId === null ? undefined : states.get(one.entryId)
    return {
      change: one.change,
      subject: {
        kind: one.kind,
        isNew: one.entryId === null,
        isDeleted: (own?.deletedAt ?? null) !== null,
        protection: strictest(concernedIds(one).flatMap((id) => states.get(id) ?? [])),
        isMuchShown: reachOf(one, shownBy) >= MUCH_SHOWN,
        isAboutLiving: aboutIds(one).some((id) => states.get(id)?.isLivingPerson) || saysLiving(one),
        isPrivateLife: kindOf(one.kind).isPrivate(one.content) || (own?.isPrivateLife ?? false),
      },
    }
  })
}

/** On how many pages an entry is shown: a fact on those it is about and those that list it, each counted once. */
function reachOf(one: MergedChange, shownBy: Map<number, number[]>): number {
  if (!kindOf(one.kind).isShownOnPages) return 1
  const pointing = one.entryId === null ? [] : (shownBy.get(one.entryId) ?? [])
  return new Set([...pointing, ...aboutIds(one)]).size
}

/** A page that says it is about a living person; nobody is taken for dead because a field was left out. */
const saysLiving = ({ kind, content, before }: MergedChange) =>
  [content, before].some((said) => said !== null && kindOf(kind).saysLiving(said))

const strictness: Protection[] = ['open', 'trusted', 'moderators']

/** The strictest protection of several entries in force now. */
export function strictest(states: EntryState[]): Protection {
  const standing = states.map((state) => strictness.indexOf(protectionNow(state)))
  return strictness[Math.max(0, ...standing)] ?? 'open'
}
