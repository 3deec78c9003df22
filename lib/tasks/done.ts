import { isTaskKind, type TaskKind } from './kinds'

/** What somebody did with the card before this one, as an address spells it; and what undoes it. */
export type Done =
  | { did: 'check'; check: number }
  | { did: 'sent'; submission: number }
  | { did: 'published' }
  | { did: 'aside' | 'none'; kind: TaskKind; subject: string }
  | { did: 'undone' }

/** Spells it: `check.12`, `sent.3`, `aside.check.45`. */
export function spellDone(done: Done): string {
  if (done.did === 'check') return `check.${done.check}`
  if (done.did === 'sent') return `sent.${done.submission}`
  return 'kind' in done ? `${done.did}.${done.kind}.${done.subject}` : done.did
}

/** Reads it; null for what is nothing of the kind. */
export function readDone(spelled: string | null | undefined): Done | null {
  const [did = '', what = '', ...rest] = (spelled ?? '').split('.')
  if (did === 'published' || did === 'undone') return { did }
  if ((did === 'aside' || did === 'none') && isTaskKind(what) && rest.length > 0)
    return { did, kind: what, subject: rest.join('.') }
  if (!/^[1-9]\d{0,14}$/.test(what)) return null
  if (did === 'check') return { did, check: Number(what) }
  return did === 'sent' ? { did, submission: Number(what) } : null
}
