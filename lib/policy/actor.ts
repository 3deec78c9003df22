import type { accountRole } from '@/db/accounts/schema'

export type Role = (typeof accountRole.enumValues)[number]

/** Nobody that we know. */
export interface Visitor {
  kind: 'visitor'
}

/** A block as the blocked account is told of it. `until` is null when it stands until it is lifted. */
export interface StandingBlock {
  reason: string
  until: Date | null
}

/** Somebody with an account, as the database knew them when this request, or this transaction, asked. */
export interface AccountActor {
  kind: 'account'
  id: number
  name: string
  role: Role
  isBlocked: boolean
  /** Why and until when, so that a refusal can say it. */
  block?: StandingBlock | undefined
}

/** Whoever asks from a browser. */
export type Actor = Visitor | AccountActor

/** What a token can be given of its account's rights. */
export type Scope = 'read' | 'write' | 'review' | 'moderate' | 'administer'

/** A key of an account: it may at most what its scopes name, and never what its account may not. */
export interface TokenActor {
  kind: 'token'
  scopes: readonly Scope[]
  /** The account as the database knows it now: blocked, or demoted, so is its token. */
  of: AccountActor
}

/** The wiki itself: what its machine's owner does by a script, and what its jobs do. Signed in as nobody, it may everything. */
export interface SystemActor {
  kind: 'system'
}

/** Everybody the rules are asked about. */
export type AnyActor = Actor | TokenActor | SystemActor

export const visitor: Visitor = { kind: 'visitor' }
export const system: SystemActor = { kind: 'system' }
