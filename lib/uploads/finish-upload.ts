import { z } from 'zod'
import { findUpload } from '@/db/files/uploads'
import { primary } from '@/db/postgres/client'
import { refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { coded } from '@/lib/text/plain'
import { outcomeOf } from './outcome'
import { LONGEST_TICKET, readTicket, TICKET_SHAPE } from './ticket'

/** Which upload somebody asks after. */
export const finishUploadSchema = z.strictObject({ ticket: coded(TICKET_SHAPE, LONGEST_TICKET) })

/**
 * Says what came of one's own upload: the stored picture, or why it was refused. An upload whose bytes are not all
 * there, or not stored yet, is refused with `conflict`: its bytes go on to `paths.upload(ticket)`.
 */
export const finishUpload = operation({
  name: 'upload.finish',
  who: 'account',
  input: finishUploadSchema,
  audits: { nothing: 'it only looks' },
  run: async ({ actor }, { ticket }) => {
    const { uploads } = codes()
    const said = readTicket(ticket)
    if (!said) return refuse('not_found', uploads.ticket.unknown)
    if (said.accountId !== actor.id) return refuse('not_allowed', uploads.ticket.ofAnother)
    const row = await findUpload(primary(), said.uploadId)
    if (!row) return refuse('not_found', uploads.ticket.unknown)
    return (await outcomeOf(row)) ?? refuse('conflict', uploads.open)
  },
})
