import { z } from 'zod'
import { postedId } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { line, storable, typed } from '@/lib/text/plain'
import { blockLengths } from './block-lengths'
import { blockRules } from './block-rules'
import { nextPath } from './next-path'
import { givenRoles } from './roles'

const words = typed(2_000)
const password = typed(10_000)
/** The page to continue to; the front page for an address of another site. */
const next = typed(2_000).catch('').transform(nextPath)

/** A name and a password as typed: bounded here, checked by the operations. */
export const credentialsSchema = z.object({ name: words, password })

/** A code of a second step, with the ticket of the first. */
const stepFields = { ticket: words.optional(), code: words.optional() }

/** To sign in: a name and a password; then, where one is asked for, a code. */
export const signInSchema = credentialsSchema.extend({ ...stepFields })

/** A recovery code instead of a forgotten password. */
export const recoverSchema = z.object({
  name: words,
  code: words,
  newPassword: password,
  secondCode: words.optional(),
})

/** The page that a sign-in form continues to. */
export const wayOnSchema = z.object({ next })

/** The current password, as proof of identity; an account without one sends nothing. */
export const proofSchema = z.object({ currentPassword: password })

export const changePasswordSchema = z.object({ currentPassword: password, newPassword: password })

export const endSessionSchema = z.object({ sessionId: storable(100) })

export const ownNameSchema = z.object({ name: words })

/**
 * To sign up: a name, a password, and an address where the wiki sends mail; an answer to the wiki's question, or work that
 * the browser has done, or the ticket of who has waited (`mayJoin`).
 */
export const signUpSchema = credentialsSchema.extend({
  email: words,
  answer: words.optional(),
  work: words.optional(),
  ticket: words.optional(),
})

export const addEmailSchema = z.object({ email: words, currentPassword: password })

const token = typed(200)

/** A link from a mail, and the time zone that the browser is in, where it says. */
export const confirmEmailSchema = z.object({ token, timeZone: words.optional() })

export const requestResetSchema = z.object({ who: words })

export const resetPasswordSchema = z.object({ token, newPassword: password })

/** The code that shows that one's app has the new secret. */
export const confirmSecondStepSchema = z.object({ code: words })

/** A link from a mail, and what a second step asks for then. */
export const signInByLinkSchema = z.object({ token, code: words.optional() })

/** A form without fields of its own. */
export const nothingSchema = z.object({})

const reason = line(300).refine((text) => text !== '', issueText('accounts.block.giveReason'))

export const blockSchema = z.object({
  accountId: postedId,
  reason,
  rule: z.enum(blockRules).optional().catch(undefined),
  length: z.enum(blockLengths, issueText('accounts.block.chooseLength')),
})

export const setRoleSchema = z.object({
  accountId: postedId,
  role: z.enum(givenRoles, issueText('accounts.setRole.chooseRole')),
  reason,
})

/** Input of the script on the server; a password is needed for a new account only. */
export const appointSchema = credentialsSchema.extend({
  password: password.default(''),
  role: z.enum(givenRoles, issueText('accounts.setRole.chooseRole')),
})

/** Whether the reason is missing, and whether the name is valid, the operation says. */
export const renameAccountSchema = z.object({
  accountId: postedId,
  name: words,
  reason: line(300).default(''),
})

export const renameAuthorSchema = z.object({
  authorId: postedId,
  name: line(200).refine((text) => text !== '', issueText('accounts.renameAuthor.empty')),
  reason: line(300).refine((text) => text !== '', issueText('accounts.rename.giveReason')),
})

export const unblockSchema = z.object({ accountId: postedId, reason })
