import { cookies } from 'next/headers'
import { findProgress, replaceProgress } from '@/db/accounts/progress'
import { primary } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { mergeProgress } from '@/lib/progress/change-progress'
import {
  PROGRESS_COOKIE,
  type Progress,
  parseProgress,
  parseTokens,
  printProgress,
  tokensOf,
} from '@/lib/progress/progress'
import { wikiMark } from '@/lib/progress/wiki-id'
import { progressCookie } from './cookies'

/** The progress in a text that was kept in an account. */
export const keptProgress = (kept: string | null): Progress | null =>
  kept === null ? null : parseTokens(kept.split('~'))

const wiki = () => wikiMark(env.authSecret)

/**
 * Makes this browser and an account say the same, as somebody signs in: of each work what was said later, and what was
 * opened on either (`mergeProgress`). Actions only.
 */
export async function shareProgress(accountId: number): Promise<void> {
  const jar = await cookies()
  const here = parseProgress(jar.get(PROGRESS_COOKIE)?.value, wiki())
  const before = await findProgress(primary(), accountId)
  const kept = keptProgress(before)
  if (kept) setHere(jar, here ? mergeProgress(kept, here) : kept)
  if (!here) return
  const both = kept ? mergeProgress(kept, here) : here
  await replaceProgress(primary(), accountId, before, tokensOf(both).join('~'))
}

/**
 * Brings to this browser what an account's owner has said on another device, unless it was said last on this one; what
 * only this browser knows stays. `there` is what the account keeps. Route handlers only.
 */
export async function bringProgress(there: string | null): Promise<void> {
  const kept = keptProgress(there)
  if (!kept) return
  const jar = await cookies()
  const here = parseProgress(jar.get(PROGRESS_COOKIE)?.value, wiki())
  // What was said at the same second, or joined another device's word without being later, is brought, too.
  if ((here?.changedAt ?? 0) > kept.changedAt) return
  const both = here ? mergeProgress(here, kept) : kept
  if (!here || printProgress(both, wiki()) !== printProgress(here, wiki())) setHere(jar, both)
}

function setHere(jar: Awaited<ReturnType<typeof cookies>>, progress: Progress): void {
  const { name, value, options } = progressCookie(printProgress(progress, wiki()))
  jar.set(name, value, options)
}
