import type { Standing } from '@/db/queries/facts'
import { standing } from '@/db/schema/links'

/** Every standing a fact can have, in the order of which holds first. */
export const standings: readonly Standing[] = standing.enumValues

/** Whether `value` is the name of a standing. */
export const isStanding = (value: unknown): value is Standing => standings.includes(value as Standing)
