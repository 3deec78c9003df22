import { withheldPart, withheldStrength } from '@/db/withholding/schema'
import type { WithheldPart, WithheldStrength } from '@/db/withholding/withholdings'
import type { AccountActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'

export type { WithheldPart, WithheldStrength } from '@/db/withholding/withholdings'

/** From the weakest to the strongest. */
export const strengths: readonly WithheldStrength[] = withheldStrength.enumValues
export const withheldParts: readonly WithheldPart[] = withheldPart.enumValues

/** The ability that each strength requires. */
export const abilityFor = (strength: WithheldStrength) => (strength === 'hidden' ? 'withhold' : 'suppress')

/** The strengths that this actor may use, and so may know of. */
export const strengthsOf = (actor: AccountActor): WithheldStrength[] =>
  strengths.filter((strength) => can(actor, abilityFor(strength)))

/** Whether `one` hides a text from everybody that `other` hides it from. */
export const isAsStrong = (one: WithheldStrength, other: WithheldStrength) =>
  strengths.indexOf(one) >= strengths.indexOf(other)
