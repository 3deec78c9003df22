import { redirect } from 'next/navigation'
import { findIdentitiesOf, type Identity } from '@/db/accounts/outside-identities'
import { primary } from '@/db/postgres/client'
import { nextPath } from '@/lib/accounts/next-path'
import { type OwnProof, requireProof } from '@/lib/accounts/second-step/loaders'
import { env } from '@/lib/env'
import type { ProviderKey } from '@/lib/env/providers-setting'
import type { Parameter } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { heldOutside } from './session-outside'

/** A site whose accounts can sign in here. */
export interface OutsideSite {
  key: ProviderKey
  name: string
}

/** The sites whose accounts can sign in here, as the administrator set them up. */
export const loadSites = (): OutsideSite[] => env.providers.map(({ key, name }) => ({ key, name }))

/** Why signing in with another site did not work. */
export type OutsideFailure = keyof ReturnType<typeof messages>['accounts']['outside']['failed']

const failures: readonly OutsideFailure[] = ['down', 'refused', 'answer', 'lost', 'other', 'linked']

/** Why it did not work, as a sentence, from the query of the page where somebody was sent back; null where nothing is said. */
export function loadFailure(failed: Parameter): string | null {
  const why = failures.find((one) => one === failed)
  return why ? messages().accounts.outside.failed[why] : null
}

/** The ticket of somebody who came from another site and needs a second step; null where there is none. */
export async function loadStep(step: Parameter): Promise<string | null> {
  return step === undefined ? null : ((await heldOutside('step'))?.value.ticket ?? null)
}

/** Somebody who came from another site and is asked for a name; whoever is nobody of these signs in first. */
export async function loadNewcomer() {
  const held = await heldOutside('newcomer')
  if (!held) redirect(paths.signIn({ failed: 'lost' }))
  return { label: held.value.label, next: nextPath(held.value.next), sealed: held.sealed }
}

/** An account at another site that is linked to one's own. */
export interface OwnIdentity extends Identity {
  site: string
  label: string
  added: string
  used: string
}

/** One's own accounts at other sites, and the sites that may be linked. */
export async function loadOutside(): Promise<{
  identities: OwnIdentity[]
  sites: OutsideSite[]
  proof: OwnProof
}> {
  const { actor, proof } = await requireProof(paths.outsideAccounts())
  const rows = await findIdentitiesOf(primary(), actor.id)
  const { dates, ownAccount } = messages()
  const { added, used, unused } = ownAccount.outside
  const identities = rows.map(({ issuer, subject, label, createdAt, lastUsedAt }) => ({
    issuer,
    subject,
    label,
    site: URL.parse(issuer)?.hostname ?? issuer,
    added: added(dates.moment(createdAt)),
    used: lastUsedAt ? used(dates.moment(lastUsedAt)) : unused,
  }))
  return { identities, sites: loadSites(), proof }
}

/** The site that one's own account is about to be linked to, from the query; null where none is. */
export async function loadLinking(go: Parameter): Promise<OutsideSite | null> {
  const site = loadSites().find(({ key }) => key === go)
  return site ?? null
}
