import { encode } from 'uqr'
import { findCredentialsOf } from '@/db/accounts/credentials'
import { countSpareCodes, findSecondStep } from '@/db/accounts/second-steps'
import { primary } from '@/db/postgres/client'
import { requireAccount } from '@/lib/accounts/loaders'
import { isRecent } from '@/lib/accounts/passwords/prove-identity'
import type { Parameter } from '@/lib/input/address'
import type { AccountActor } from '@/lib/policy/actor'
import { mustAddSecondStep } from '@/lib/policy/rank'
import { paths } from '@/lib/routes'
import { readSettings } from '@/lib/settings/settings'
import { spareCodesToShow } from './session-spare-codes'
import { totpAddress, unsealTotp } from './totp'

/** How the forms of one's own settings ask who one is. */
export interface OwnProof {
  name: string
  /** Type the password; signed in just now, so nothing; or sign in again first, since there is no password. */
  by: 'password' | 'recent' | 'again'
  /** The page to come back to. */
  here: string
}

/** The signed-in account, and how it proves its identity on the page `here`. */
export async function requireProof(here: string): Promise<{ actor: AccountActor; proof: OwnProof }> {
  const actor = await requireAccount(here)
  const credentials = await findCredentialsOf(primary(), actor.id)
  const otherwise = isRecent(actor) ? 'recent' : 'again'
  const by = credentials?.passwordHash == null ? otherwise : 'password'
  return { actor, proof: { name: actor.name, by, here } }
}

/** A secret for an app, as a key to type, and as a square of dark and light modules to be photographed. */
export interface AppKey {
  /** In groups of four. */
  key: string
  address: string
  /** An SVG path of the dark modules, of `size` units a side. */
  path: string
  size: number
}

/** One's own second step: to be added, being added, or there. */
export type OwnSecondStep = { proof: OwnProof; isNeeded: boolean } & (
  | { state: 'none' }
  | { state: 'begun'; app: AppKey }
  | { state: 'there'; left: number; spareCodes: string[] | null }
)

/** One's own second step. `needed` is from the query: somebody was sent here who wanted to moderate. */
export async function loadSecondStep(needed: Parameter): Promise<OwnSecondStep> {
  const { actor, proof } = await requireProof(paths.secondStep())
  const step = await findSecondStep(primary(), actor.id)
  const own = { proof, isNeeded: mustAddSecondStep(actor) && needed !== undefined }
  if (step?.isConfirmed) {
    const [left, spareCodes] = await Promise.all([
      countSpareCodes(primary(), actor.id),
      spareCodesToShow(actor.id),
    ])
    return { ...own, state: 'there', left, spareCodes }
  }
  const secret = step && unsealTotp(step.sealedSecret)
  if (!secret) return { ...own, state: 'none' }
  const { name: wiki } = await readSettings(primary())
  return { ...own, state: 'begun', app: appKeyOf(secret, totpAddress(secret, { wiki, name: actor.name })) }
}

function appKeyOf(secret: string, address: string): AppKey {
  const { data, size } = encode(address, { ecc: 'M', border: 3 })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { key: secret.match(/.{1,4}/g)?.join(' ') ?? secret, address, path: dark.join(''), size }
}
