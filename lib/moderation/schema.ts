import { z } from 'zod'
import { idempotencyKey } from '@/lib/changesets/schema'
import { postedId } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { line, partialDate, storable } from '@/lib/text/plain'
import { titleSchema } from '@/lib/titles/title'
import { endOfProtection, protectionLengths } from './protection-lengths'

const reason = line(300).refine((text) => text !== '', issueText('moderating.giveReason'))

const FULL_DATE = 'YYYY-MM-DD'.length

/** A protection, its end computed from its length or the chosen day. */
export const protectSchema = z
  .object({
    entryId: postedId,
    level: z.enum(['trusted', 'moderators'], issueText('moderating.protect.chooseLevel')),
    length: z.enum(protectionLengths, issueText('moderating.protect.chooseLength')),
    day: z
      .union([z.literal(''), partialDate])
      .nullish()
      .catch('invalid'),
    reason,
  })
  .transform(({ length, day, ...rest }, context) => {
    const chosen = length === 'date' ? (day ?? '') : null
    const until = endOfProtection(length, chosen)
    const isDay = chosen === null || (chosen.length === FULL_DATE && chosen !== 'invalid')
    if (isDay && (until === null || until > new Date())) return { ...rest, until }
    context.addIssue({ code: 'custom', path: ['day'], message: issueText('moderating.protect.chooseDay') })
    return z.NEVER
  })

/** An action on an entry that needs only a reason. */
export const entryReasonSchema = z.object({ entryId: postedId, reason })

export const renameSchema = z.object({ entryId: postedId, title: titleSchema, reason, key: idempotencyKey })

export const addAliasSchema = z.object({ entryId: postedId, title: titleSchema, reason })

export const removeAliasSchema = z.object({
  entryId: postedId,
  alias: storable(2_400).min(1, issueText('moderating.alias.chooseOne')).prefault(''),
  reason,
})

/** Why a moderator looks up the networks of an account. */
export const lookUpSchema = z.object({ accountId: postedId, reason })
