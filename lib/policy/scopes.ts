import type { Ability } from './abilities'
import type { Scope, TokenActor } from './actor'

/** Which scope of a token each ability takes. */
const scopeFor: Record<Ability, Scope> = {
  read: 'read',
  propose: 'write',
  publish: 'write',
  amend: 'write',
  withdraw: 'write',
  reopen: 'write',
  revert: 'write',
  report: 'write',
  comment: 'write',
  commentAtOnce: 'write',
  converse: 'write',
  mention: 'write',
  editComment: 'write',
  withdrawComment: 'write',
  settle: 'write',
  thank: 'write',
  check: 'write',
  writeOwnWords: 'write',
  decide: 'review',
  moderate: 'moderate',
  protect: 'moderate',
  delete: 'moderate',
  rename: 'moderate',
  withhold: 'moderate',
  block: 'moderate',
  renameAccount: 'moderate',
  renameAuthor: 'moderate',
  readLookUps: 'administer',
  handleReports: 'moderate',
  decideComment: 'moderate',
  decideOwnWords: 'moderate',
  changeKinds: 'administer',
  changeSettings: 'administer',
  suppress: 'administer',
  setRole: 'administer',
}

/** Whether a token was given the scope of this ability. Does not consider its account's rights. */
export const isWithinScope = ({ scopes }: TokenActor, ability: Ability): boolean =>
  scopes.includes(scopeFor[ability])
