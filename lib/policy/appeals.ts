import type { PersonSubject } from './abilities'
import type { AccountActor, Role } from './actor'
import { can } from './policy'
import { rankOf } from './rank'

/** The roles whose accounts could lift a block of this person. */
export const rolesThatUnblock = (person: Pick<PersonSubject, 'role'>): Role[] =>
  (['moderator', 'owner'] as const).filter((role) => rankOf(role) > rankOf(person.role))

/**
 * Whether somebody answers an appeal: who may lift the block and did not set it. Where nobody else can, who set it may.
 * `others` is how many others could.
 */
export const mayAnswerAppeal = (
  actor: AccountActor,
  { person, blockedById, others }: { person: PersonSubject; blockedById: number; others: number },
): boolean => can(actor, 'block', person) && (actor.id !== blockedById || others === 0)
