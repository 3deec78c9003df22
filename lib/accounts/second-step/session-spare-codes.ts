import { cookies } from 'next/headers'
import { holdsSpareCode } from '@/db/accounts/second-steps'
import { primary } from '@/db/postgres/client'
import { sealFor, unsealed } from '@/lib/secret'
import { SPARE_CODES_COOKIE, spareCodesCookie } from '@/lib/sessions/cookies'
import { hashOfSpareCode } from './spare-codes'

interface Held {
  accountId: number
  codes: string[]
}

const PURPOSE = 'spare codes'

/**
 * Keeps new spare codes in an encrypted cookie of this browser for a quarter of an hour, so that the page of the second
 * step can show them after a redirect, without JavaScript and never in an address. Actions only.
 */
export async function keepSpareCodes(accountId: number, spareCodes: string[]): Promise<void> {
  const { name, options } = spareCodesCookie()
  const held: Held = { accountId, codes: spareCodes }
  ;(await cookies()).set(name, sealFor(PURPOSE, held, options.maxAge), options)
}

/** The spare codes to be shown to this account in this browser; null when there are none, or newer ones elsewhere. */
export async function spareCodesToShow(accountId: number): Promise<string[] | null> {
  const sealed = (await cookies()).get(SPARE_CODES_COOKIE)?.value
  const held = sealed ? unsealed<Held>(PURPOSE, sealed) : null
  const hash = held?.accountId === accountId ? hashOfSpareCode(accountId, held.codes[0] ?? '') : null
  return hash !== null && (await holdsSpareCode(primary(), hash)) ? (held?.codes ?? null) : null
}
