import { notFound, redirect } from 'next/navigation'
import { primary } from '@/db/client'
import { findActor } from '@/db/queries/actors'
import { findBlock } from '@/db/queries/blocks'
import { findRecoveryHash } from '@/db/queries/credentials'
import { findExternalAuthor } from '@/db/queries/external-authors'
import { numberOfAddress } from '@/lib/entries/addresses'
import type { AccountActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { currentActor } from './session'
import { recoveryCodeToShow } from './session-recovery-code'

/** The account that is asking; a visitor is sent to sign in and then to `here`, a path of this site. */
export async function requireAccount(here: string): Promise<AccountActor> {
  const actor = await currentActor()
  if (actor.kind === 'visitor') redirect(`/sign-in?next=${encodeURIComponent(here)}`)
  return actor
}

/** Whose recovery code it is, the code itself while it is to be shown, and whether they have one. */
export async function loadRecoveryCode() {
  const { id, name } = await requireAccount('/account/recovery-code')
  const [code, hash] = await Promise.all([recoveryCodeToShow(id), findRecoveryHash(primary(), id)])
  return { name, code, hasCode: hash !== null }
}

/** What the page for blocking account `id` shows; not found for those who may not block it, as if it were not there. */
export async function loadBlockPage(id: string) {
  const accountId = numberOfAddress(id) ?? notFound()
  const actor = await requireAccount(`/accounts/${accountId}/block`)
  const person = await findActor(primary(), accountId)
  if (!person || !can(actor, 'block', person)) notFound()
  return { person: { id: person.id, name: person.name }, block: await findBlock(primary(), accountId) }
}

/** Whose name is changed; not found for those who may not change it, as if nobody were there. */
export async function loadRenamePage(id: string): Promise<{ id: number; name: string }> {
  const accountId = numberOfAddress(id) ?? notFound()
  const actor = await requireAccount(`/accounts/${accountId}/rename`)
  const person = await findActor(primary(), accountId)
  if (!person || !can(actor, 'renameAccount', person)) notFound()
  return { id: person.id, name: person.name }
}

/** Which author of another wiki gets another name; not found for those who may not change it. */
export async function loadAuthorPage(id: string) {
  const authorId = numberOfAddress(id) ?? notFound()
  const actor = await requireAccount(`/authors/${authorId}/rename`)
  if (!can(actor, 'renameAuthor')) notFound()
  return (await findExternalAuthor(primary(), authorId)) ?? notFound()
}
