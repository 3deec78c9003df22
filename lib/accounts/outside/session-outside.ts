import { cookies } from 'next/headers'
import { sealFor, unsealed } from '@/lib/secret'
import { outsideCookie } from '@/lib/sessions/cookies'
import type { Asked, OutsideAccount } from './providers'

/** What a browser keeps between the pages of signing in with another site, each sealed, and for a time. */
export interface Held {
  /** That an account is to be linked to this site: whoever has just proved that it is theirs. */
  linking: { accountId: number; provider: string }
  /** What was asked, where to go on, and for which account it is, if it is to be linked. */
  asked: Asked & { provider: string; next: string; linkTo: number | null }
  /** The ticket of a first step (`admit`). */
  step: { ticket: string }
  /** Somebody who is unknown here, and is asked for a name. */
  newcomer: OutsideAccount & { next: string }
}

/** Keeps one of them in this browser. Actions and route handlers only. */
export async function holdOutside<K extends keyof Held>(kind: K, value: Held[K]): Promise<void> {
  const { name, options } = outsideCookie(kind)
  ;(await cookies()).set(name, sealFor(`outside ${kind}`, value, options.maxAge), options)
}

/** One of them, and as it was sealed; null where this browser has none, or it is too old. */
export async function heldOutside<K extends keyof Held>(
  kind: K,
): Promise<{ value: Held[K]; sealed: string } | null> {
  const sealed = (await cookies()).get(outsideCookie(kind).name)?.value
  const value = sealed ? openOutside(kind, sealed) : null
  return sealed && value ? { value, sealed } : null
}

/** What was sealed as one of them; null where it was not, or is too old. */
export const openOutside = <K extends keyof Held>(kind: K, sealed: string): Held[K] | null =>
  unsealed<Held[K]>(`outside ${kind}`, sealed)

/** Deletes one of them from this browser: each is of use once. Actions and route handlers only. */
export async function dropOutside(kind: keyof Held): Promise<void> {
  const { name, options } = outsideCookie(kind)
  ;(await cookies()).delete({ name, path: options.path })
}
