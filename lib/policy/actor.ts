import type { accountRole } from '@/db/accounts/schema'

export type Role = (typeof accountRole.enumValues)[number]

/** An unknown visitor. */
export interface Visitor {
  kind: 'visitor'
}

/** A block as the blocked account sees it. `until` is null for one that lasts until it is lifted. */
export interface StandingBlock {
  reason: string
  /** The rule that it goes by; nothing where that is not known. */
  rule?: string | null
  until: Date | null
}

/** An account, as the database had it when this request, or this transaction, asked. */
export interface AccountActor {
  kind: 'account'
  id: number
  name: string
  role: Role
  isBlocked: boolean
  /** Why and until when, so that a refusal can say it. */
  block?: StandingBlock | undefined
  /** When they are deleted, where they have asked for it: until then they do nothing but keep their account. */
  leavesAt?: Date
  /** When they signed in with the session that asks; nothing where none does. */
  signedInAt?: Date
  /**
   * Whether they sign in with one thing only, in a wiki that asks moderators for two: then they do what trusted people
   * do (`lib/policy/rank.ts`).
   */
  lacksSecondStep?: true
}

/** Whoever asks from a browser. */
export type Actor = Visitor | AccountActor

/** The rights of its account that a token can be given. */
export type Scope = 'read' | 'write' | 'review' | 'moderate' | 'administer'

/** A token of an account: it may do at most what its scopes name, and never what its account may not. */
export interface TokenActor {
  kind: 'token'
  scopes: readonly Scope[]
  /** The account as the database has it now: when it is blocked or demoted, so is its token. */
  of: AccountActor
}

/** The wiki itself: scripts run by the administrator, and jobs. It may do everything. */
export interface SystemActor {
  kind: 'system'
}

/** Everybody the rules are asked about. */
export type AnyActor = Actor | TokenActor | SystemActor

export const visitor: Visitor = { kind: 'visitor' }
export const system: SystemActor = { kind: 'system' }
