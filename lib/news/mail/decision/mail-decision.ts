import { findMailAddress } from '@/db/news/mail-choices'
import { primary } from '@/db/postgres/client'
import {
  confirmDecisionWish,
  findDecisionWish,
  lockWaiting,
  writeDecisionWish,
} from '@/db/submissions/decision-wishes'
import { RefusalError, refuse } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { wishKey } from '@/lib/jobs/keys'
import { parseAddress } from '@/lib/mail/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { addressMailLimits, mailLimits, networkMailLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { wishOfToken } from './link'
import { confirmWishSchema, mailDecisionSchema } from './schema'

/**
 * Asks for one mail when a submission of one's own is decided. An address that is not confirmed gets a link first, and
 * belongs to this submission alone. Refused at `email` when that is no address, when asked too often, where no mail is sent,
 * and for what is not one's own or does not wait any more.
 */
export const mailDecision = operation({
  name: 'submission.mail-decision',
  who: 'account',
  input: mailDecisionSchema,
  audits: { nothing: 'where somebody gets mail is theirs alone to know' },
  run: async ({ actor, clientInfo: { network }, commit }, { submissionId, email }) => {
    if (!canSendMail()) return refuse('not_found', codes().writing.submissionNotFound)
    const address = parseAddress(email)
    if (address === null)
      return refuse('invalid', codes().accounts.checkMarked, { email: codes().ownAccount.email.invalid })
    const uses = [...networkMailLimits(network), ...mailLimits(actor.id), ...addressMailLimits(address)]
    const tooMany = await withinLimits(uses)
    if (tooMany) return tooMany
    return commit(async ({ tx }) => {
      if (!(await lockWaiting(tx, submissionId, actor.id)))
        throw new RefusalError(refuse('not_found', codes().writing.submissionNotFound))
      const isConfirmed = (await findMailAddress(tx, actor.id)) === address
      await writeDecisionWish(tx, { submissionId, address, isConfirmed })
      if (!isConfirmed) enqueue(tx, 'send-wish', { submissionId }, { key: wishKey(submissionId) })
      return {}
    })
  },
})

/**
 * Confirms the address of such a wish, for whoever followed the link that was sent there. Where the submission was decided
 * meanwhile, the mail is sent now. Refused when the link is no longer valid.
 */
export const confirmWish = operation({
  name: 'submission.confirm-wish',
  who: 'entrance',
  input: confirmWishSchema,
  audits: { nothing: 'where somebody gets mail is theirs alone to know' },
  run: async ({ commit }, { token }) => {
    const wish = await wishOfToken(primary(), token)
    if (!wish) return linkIsVoid()
    const { submissionId } = wish
    return commit(async ({ tx, madeBy }) => {
      madeBy(wish.authorId)
      if (!(await confirmDecisionWish(tx, submissionId, wish.askedAt))) throw new RefusalError(linkIsVoid())
      const now = await findDecisionWish(tx, submissionId)
      if (now?.eventId != null) enqueue(tx, 'send-wish', { submissionId }, { key: wishKey(submissionId) })
      return {}
    })
  },
})

const linkIsVoid = () => refuse('not_found', codes().ownAccount.link.used)
