import { insertNotifications, takeUntold } from '@/db/news/tell'
import { type Tx, transaction } from '@/db/postgres/client'
import { noteDecided } from '@/db/submissions/decision-wishes'
import type { EventName } from '@/lib/events/catalogue'
import { type Telling, told } from '@/lib/events/told'
import { enqueue } from '@/lib/jobs/enqueue'
import { wishKey } from '@/lib/jobs/keys'
import { SPEAKER } from '@/lib/kinds/relation-fields'
import { mailAlarm } from '@/lib/news/mail/mail-alarm'
import { mailSoon } from '@/lib/news/mail/mail-soon'

/** How many events one transaction tells. */
const AT_ONCE = 200

/**
 * Tells people of the events that nobody was told of yet, by the table of `lib/events/told.ts`. An event is taken in the
 * transaction that writes its notifications, so none is lost; and an account has one of an event at most.
 */
export async function tell(): Promise<void> {
  while ((await tellSome()) === AT_ONCE);
}

/** Tells of the oldest of them, and gives how many there were. */
function tellSome(): Promise<number> {
  return transaction(async (tx) => {
    const events = await takeUntold(tx, AT_ONCE)
    for (const [telling, ids] of byTelling(events)) {
      const accounts = await insertNotifications(tx, ids, telling, SPEAKER)
      if (telling.isAlarm) await mailAlarm(tx, ids, accounts)
      else await mailSoon(tx, accounts, telling.family)
    }
    await mailDecided(tx, events)
    return events.length
  })
}

/** The events by what is told of them; those first that count first. */
function byTelling(events: { id: number; name: string }[]): Map<Telling, number[]> {
  const ids = new Map<Telling, number[]>()
  for (const { id, name } of events)
    for (const telling of told[name as EventName] ?? []) ids.set(telling, [...(ids.get(telling) ?? []), id])
  return ids
}

/** Has those mailed who asked for it when what they sent is decided. */
async function mailDecided(tx: Tx, events: { id: number; name: string }[]): Promise<void> {
  const decided = events.filter(({ name }) => told[name as EventName]?.some(({ whom }) => whom === 'author'))
  if (decided.length === 0) return
  const submissionIds = await noteDecided(
    tx,
    decided.map(({ id }) => id),
  )
  for (const submissionId of submissionIds)
    enqueue(tx, 'send-wish', { submissionId }, { key: wishKey(submissionId) })
}
