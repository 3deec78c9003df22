import type { Role } from '@/lib/policy/actor'

/** The roles that can be given, from the least to the most; nobody becomes the system. */
export const givenRoles = ['fan', 'trusted', 'moderator', 'owner'] as const satisfies readonly Role[]
export type GivenRole = (typeof givenRoles)[number]
