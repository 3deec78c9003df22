import type { Role } from '@/lib/policy/actor'

/** The roles that can be given, from the lowest to the highest; nobody can become the system account. */
export const givenRoles = ['fan', 'trusted', 'moderator', 'owner'] as const satisfies readonly Role[]
export type GivenRole = (typeof givenRoles)[number]
