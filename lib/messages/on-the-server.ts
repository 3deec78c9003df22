import { env } from '@/lib/env'
import type { Language } from '@/lib/env/languages'
import { english } from './en/english'
import { pseudo } from './pseudo/pseudo'
import type { Messages } from './widened'

const catalogues: Record<Language, () => Messages> = { en: () => english, 'qps-plocm': pseudo }

let inUse: Messages | undefined

/** The catalogue of the wiki's language; a process speaks one. */
export function catalogue(): Messages {
  inUse ??= catalogues[env.language]()
  return inUse
}
