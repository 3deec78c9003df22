import { findEditsAfter, findToldUntil, keepToldUntil } from '@/db/feeds/webhook'
import { primary } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { discordMessageOf, MOST_EMBEDS } from '@/lib/feeds/discord'
import { itemsOfEdits } from '@/lib/feeds/items'
import { readerScope } from '@/lib/places/loaders'
import { lineOf } from '@/lib/revisions/line'

/** How long the webhook's server may take, in milliseconds. */
const PATIENCE = 10_000

/** How many messages are sent in one run, so that a long absence does not become a flood. */
const MOST_MESSAGES = 5

/**
 * Tells the webhook, where one is set, of the edits that everybody may read and that it has not been told of, the oldest
 * first. Killed between a message and its note, it tells these edits again. Throws when the server refuses.
 */
export async function tellWebhook(): Promise<void> {
  const { webhook } = env
  if (!webhook) return
  const scope = await readerScope()
  let until = await findToldUntil(primary())
  for (let sent = 0; sent < MOST_MESSAGES; sent += 1) {
    const rows = await findEditsAfter(primary(), scope, until, MOST_EMBEDS)
    const last = rows.at(-1)
    if (!last) return
    const items = await itemsOfEdits(rows.map(lineOf), webhook.origin)
    if (items.length > 0) await post(webhook.url, discordMessageOf(items))
    until = last.sequence
    await keepToldUntil(primary(), until)
  }
}

async function post(url: string, message: object): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`the webhook answered ${answer.status}`)
}
