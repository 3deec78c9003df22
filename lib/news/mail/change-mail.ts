import { endMailAbout, findMailAddress, writeMailPlan } from '@/db/news/mail-choices'
import { newsFamilies } from '@/db/news/schema'
import { primary, type Tx } from '@/db/postgres/client'
import { RefusalError, refuse } from '@/lib/errors'
import { nextDigest } from '@/lib/mail/next-digest'
import { canSendMail } from '@/lib/mail/send-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { mailLinkOf } from './link'
import { endMailSchema, mailPlanByLinkSchema, mailPlanSchema, type WantedMail } from './schema'

/**
 * Chooses how often one gets mail about each part of one's news, and when. Refused where the wiki sends no mail, and
 * without an address that mail can be sent to.
 */
export const changeMail = operation({
  name: 'mail.change',
  who: 'account',
  input: mailPlanSchema,
  audits: { nothing: 'which mail somebody wants is theirs alone to know' },
  run: ({ actor, commit }, wanted) =>
    commit(async ({ tx }) => {
      if (!canSendMail()) throw new RefusalError(refuse('not_found', codes().newsMail.noMail))
      if ((await findMailAddress(tx, actor.id)) === null)
        throw new RefusalError(refuse('invalid', codes().newsMail.noAddress))
      await write(tx, actor.id, wanted)
      return {}
    }),
})

/** The same by a mail's link, for the account that it was sent to, without signing in. Refused when the link is void. */
export const changeMailByLink = operation({
  name: 'mail.change-by-link',
  who: 'entrance',
  input: mailPlanByLinkSchema,
  audits: { nothing: 'which mail somebody wants is theirs alone to know' },
  run: async ({ commit }, { token, ...wanted }) => {
    const link = await mailLinkOf(primary(), token)
    if (!link) return linkIsVoid()
    return commit(async ({ tx, madeBy }) => {
      madeBy(link.accountId)
      await write(tx, link.accountId, wanted)
      return {}
    })
  },
})

/** Ends the mails that a link belongs to, without signing in. Doing it again changes nothing. */
export const endMailByLink = operation({
  name: 'mail.end-by-link',
  who: 'entrance',
  input: endMailSchema,
  audits: { nothing: 'which mail somebody wants is theirs alone to know' },
  run: async ({ commit }, { token }) => {
    const link = await mailLinkOf(primary(), token)
    if (!link) return linkIsVoid()
    return commit(async ({ tx, madeBy }) => {
      madeBy(link.accountId)
      await endMailAbout(tx, link.accountId, link.families)
      return {}
    })
  },
})

const linkIsVoid = () => refuse('not_found', codes().newsMail.byLink.gone)

function write(tx: Tx, accountId: number, wanted: WantedMail): Promise<void> {
  const { timeZone, hour, quietFrom, quietTo } = wanted
  const choices = Object.fromEntries(
    newsFamilies.flatMap((family) => (wanted[family] === 'never' ? [] : [[family, wanted[family]]])),
  )
  const rhythms = Object.values(choices)
  const isDaily = rhythms.includes('daily')
  const hasDigest = isDaily || rhythms.includes('weekly')
  const digestAt = hasDigest ? nextDigest(new Date(), { timeZone, hour, isDaily }) : null
  return writeMailPlan(tx, accountId, { timeZone, hour, quietFrom, quietTo, choices, digestAt })
}
