import { findActor } from '@/db/accounts/actors'
import { findCredentialsOf } from '@/db/accounts/credentials'
import { findMailPlan } from '@/db/news/mail-choices'
import { newsFamilies } from '@/db/news/schema'
import { primary } from '@/db/postgres/client'
import { USUAL_HOUR } from '@/lib/accounts/email/begin-mail'
import { requireAccount } from '@/lib/accounts/loaders'
import type { Parameter } from '@/lib/input/address'
import { canSendMail } from '@/lib/mail/send-mail'
import { timeZones, UTC } from '@/lib/mail/time-zones'
import { messages } from '@/lib/messages/messages'
import { isAlarmed } from '@/lib/policy/closing-words'
import { paths } from '@/lib/routes'
import { mailLinkOf } from './link'
import type { WantedMail } from './schema'

/** Which mail somebody gets, for the form that changes it. */
export interface MailForm {
  wanted: WantedMail
  /** Whether nobody has chosen the time zone: then the browser proposes one. */
  isZoneOpen: boolean
  /** Whether they hear alarms, and can have quiet hours. */
  isAlarmed: boolean
  zones: string[]
}

/** One's own mail about news; why there can be none, or the form. */
export type OwnMail =
  | { lacks: 'server' | 'address' }
  | { lacks: 'confirming'; address: string }
  | (MailForm & { lacks: null; address: string })

/** One's own mail about news; a visitor signs in first. */
export async function loadOwnMail(): Promise<OwnMail> {
  const { id } = await requireAccount(paths.accountMail())
  if (!canSendMail()) return { lacks: 'server' }
  const credentials = await findCredentialsOf(primary(), id)
  const address = credentials?.email ?? null
  if (address === null) return { lacks: 'address' }
  if (credentials?.emailRefusedAt) return { lacks: 'confirming', address }
  return { lacks: null, address, ...(await formOf(id)) }
}

/** Which mail an account gets, for whoever has the link in one of its mails. */
export interface MailByLink extends MailForm {
  token: string
  /** Its address, not in full. */
  address: string
  /** The kinds of news that the mail with this link belongs to, in words; empty where none of them is sent any more. */
  about: string[]
}

/** The page that a link in a mail leads to; null when the link is void. It shows nothing else of the account. */
export async function loadMailByLink(token: Parameter): Promise<MailByLink | null> {
  const link = token ? await mailLinkOf(primary(), token) : null
  if (!token || !link) return null
  const form = await formOf(link.accountId)
  const { families } = messages().newsMail
  const about = link.families.filter((one) => form.wanted[one] !== 'never').map((one) => families[one])
  return { token, address: inPart(link.address), about, ...form }
}

const inPart = (address: string) => address.replace(/^(.).*@/, '$1…@')

async function formOf(accountId: number): Promise<MailForm> {
  const [plan, actor] = await Promise.all([
    findMailPlan(primary(), accountId),
    findActor(primary(), accountId),
  ])
  const choices = Object.fromEntries(newsFamilies.map((one) => [one, plan?.choices[one] ?? 'never']))
  const when = { timeZone: plan?.timeZone ?? UTC, hour: plan?.hour ?? USUAL_HOUR }
  const quiet = { quietFrom: plan?.quietFrom ?? null, quietTo: plan?.quietTo ?? null }
  const known = timeZones()
  return {
    wanted: { ...choices, ...when, ...quiet } as WantedMail,
    isZoneOpen: plan?.timeZone == null,
    isAlarmed: actor !== null && isAlarmed(actor),
    // A name that the wiki's system does not list is still the one that was chosen.
    zones: known.includes(when.timeZone) ? known : [when.timeZone, ...known],
  }
}
