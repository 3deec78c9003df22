import { z } from 'zod'
import { insertObject, lockObject, wasErased } from '@/db/files/receiving'
import { lockUpload, setOutcome } from '@/db/files/uploads'
import { RefusalError, refuse } from '@/lib/errors'
import { ALIKE_BITS } from '@/lib/images/likeness'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { storable } from '@/lib/text/plain'

const text = storable(100)
const count = z.number().int().positive()
const picture = z.object({
  sha256: text,
  mediaType: text,
  bytes: count,
  width: count,
  height: count,
  colour: text,
  likeness: text.nullable(),
  isFirstFrameOnly: z.boolean(),
})

/**
 * Records what came of an upload: a picture whose bytes are in the store by now, or the code of a refusal. Not for
 * requests: what an upload holds, its receiver says (`settle.ts`). A picture that was erased, meanwhile too, is refused.
 * Does nothing for an upload that is no longer open.
 */
export const recordOutcome = operation({
  name: 'upload.record',
  who: 'account',
  input: z.object({ uploadId: text, outcome: z.union([z.object({ refusal: text }), picture]) }),
  audits: { nothing: 'nobody sees an upload; the edit that uses it is recorded' },
  run: ({ actor, commit }, { uploadId, outcome }) =>
    commit(async ({ tx, wroteNothing }) => {
      const row = await lockUpload(tx, uploadId)
      if (row?.accountId !== actor.id)
        throw new RefusalError(refuse('not_found', codes().uploads.ticket.unknown))
      if (row.state !== 'received') wroteNothing()
      else if ('refusal' in outcome) await setOutcome(tx, uploadId, outcome)
      else {
        const { isFirstFrameOnly, ...object } = outcome
        await lockObject(tx, object.sha256)
        if (await wasErased(tx, object, ALIKE_BITS)) await setOutcome(tx, uploadId, { refusal: 'erased' })
        else {
          await insertObject(tx, { ...object, uploadedById: actor.id })
          await setOutcome(tx, uploadId, { sha256: object.sha256, isFirstFrameOnly })
        }
      }
      return {}
    }),
})
