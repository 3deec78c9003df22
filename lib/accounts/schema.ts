import { z } from 'zod'
import { line } from '@/lib/content/plain'
import { accounts } from '@/lib/texts/en/accounts'
import { blockLengths } from './block-lengths'
import { nextPath } from './next-path'
import { givenRoles } from './roles'

/** A name and a password as typed: bounded here, judged by the verbs. */
export const credentialsSchema = z.object({
  name: z.string().max(2_000).default(''),
  password: z.string().max(10_000).default(''),
  next: z.unknown().transform(nextPath),
})

const typed = z.string().max(2_000).default('')
const password = z.string().max(10_000).default('')

/** A recovery code in place of a forgotten password. */
export const recoverSchema = z.object({
  name: typed,
  code: typed,
  newPassword: password,
  next: z.unknown().transform(nextPath),
})

/** Where to go on from a code that was kept. */
export const keptCodeSchema = z.object({ next: z.unknown().transform(nextPath) })

/** The password that one has, to prove who one is. */
export const newCodeSchema = z.object({ currentPassword: password, next: z.unknown().transform(nextPath) })

export const changePasswordSchema = z.object({ currentPassword: password, newPassword: password })

export const endSessionSchema = z.object({ sessionId: z.string().max(100) })

export const ownNameSchema = z.object({ name: typed })

/** To sign up: a name, a password, and an address where the wiki sends mail. */
export const signUpSchema = credentialsSchema.extend({ email: typed })

export const addEmailSchema = z.object({ email: typed, currentPassword: password })

export const removeEmailSchema = z.object({ currentPassword: password })

const token = z.string().max(200).default('')

export const confirmEmailSchema = z.object({ token })

export const requestResetSchema = z.object({ who: typed })

export const resetPasswordSchema = z.object({ token, newPassword: password })

/** A form that says nothing but that it was sent. */
export const nothingSchema = z.object({})

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
const reason = line(300).refine((text) => text !== '', accounts.block.giveReason)

export const blockSchema = z.object({
  accountId: id,
  reason,
  length: z.enum(blockLengths, accounts.block.chooseLength),
})

export const setRoleSchema = z.object({
  accountId: id,
  role: z.enum(givenRoles, accounts.setRole.chooseRole),
  reason,
})

/** Whether a reason is missing, and whether the name is one, the verb says. */
export const renameAccountSchema = z.object({
  accountId: id,
  name: z.string().max(2_000).default(''),
  reason: line(300).default(''),
})

export const renameAuthorSchema = z.object({
  authorId: id,
  name: line(200).refine((text) => text !== '', accounts.renameAuthor.empty),
  reason: line(300).refine((text) => text !== '', accounts.rename.giveReason),
})

export const unblockSchema = z.object({ accountId: id, reason })
