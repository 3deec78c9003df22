import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { closeOlderUploads, insertUpload } from '@/db/files/uploads'
import { posted } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { operation } from '@/lib/operations/operation'
import { authorize } from '@/lib/policy/policy'
import { uploadLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { MOST_BYTES, MOST_OPEN } from './limits'
import { ticketFor } from './ticket'

/** How many bytes somebody wants to send. */
export const startUploadSchema = z.strictObject({
  bytes: posted(
    z
      .number()
      .int()
      .min(1, { error: issueText('uploads.empty') })
      .max(MOST_BYTES, {
        error: ({ input }) => issueText('uploads.tooLarge', Number(input), MOST_BYTES),
      }),
  ),
})

/**
 * Announces an upload of so many bytes and gives the ticket under which they are sent (`paths.upload(ticket)`), by this
 * account, within an hour. Whoever may propose edits may; each account a number of times an hour, and so many bytes a
 * day. Only the newest three wait for their bytes: older ones are closed.
 */
export const startUpload = operation({
  name: 'upload.start',
  who: 'account',
  input: startUploadSchema,
  audits: { nothing: 'nobody sees an upload; the edit that uses it is recorded' },
  run: async ({ actor, commit }, { bytes }) => {
    authorize(actor, 'propose')
    const tooMany = await withinLimits(uploadLimits(actor.id, bytes))
    if (tooMany) return tooMany
    const uploadId = randomUUID()
    return commit(async ({ tx }) => {
      await closeOlderUploads(tx, actor.id, MOST_OPEN - 1)
      await insertUpload(tx, { id: uploadId, accountId: actor.id, bytes })
      return { ticket: ticketFor({ uploadId, accountId: actor.id, bytes }) }
    })
  },
})
