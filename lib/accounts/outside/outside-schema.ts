import { z } from 'zod'
import { providerKeys } from '@/lib/env/providers-setting'
import { line, storable, typed } from '@/lib/text/plain'

const proof = { currentPassword: typed(10_000) }
const named = { issuer: storable(1_000), subject: storable(1_000) }

/** The site to link, and the current password. */
export const beginLinkSchema = z.object({ provider: z.enum(providerKeys), ...proof })

/** The account at another site that was just checked: no form holds it. */
export const outsideSchema = z.object({ ...named, label: line(200).catch('') })

/** The account at another site to unlink, and the current password. */
export const unlinkSchema = z.object({ ...named, ...proof })

/** A name, and who somebody is at another site, as it was sealed. */
export const outsideNameSchema = z.object({ name: typed(2_000), newcomer: typed(4_000) })
