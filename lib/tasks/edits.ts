import { findHeadByNumber } from '@/db/pages/pages'
import { primary } from '@/db/postgres/client'
import type { Gate } from '@/lib/content/gate'
import { refuse } from '@/lib/errors'
import { type ContentKind, type ContentOf, stored } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { messages } from '@/lib/messages/messages'
import type { Answer } from '@/lib/operations/operation'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { type Saved, type SaveRefusal, saveOperations } from '@/lib/submissions/save'

/** Which version of an entry a task showed, by the entry's number, and under which key its answer is sent once. */
export interface Answered {
  entry: number
  base: number
  key: string
}

/** Sends what somebody says that a picture shows, as an edit of its file. */
export const describePicture = (
  actor: AccountActor,
  { words, ...answered }: Answered & { words: string },
  clientInfo: ClientInfo,
) => edit('file', actor, answered, (file) => ({ ...file, alternative: words }), clientInfo)

/** Sends how far a fact gives away plot, as an edit of it. */
export const placeFact = (
  actor: AccountActor,
  { gate, ...answered }: Answered & { gate: Gate },
  clientInfo: ClientInfo,
) => edit('fact', actor, answered, (fact) => ({ ...fact, gate }), clientInfo)

/** Sends another address of a source, or that of a copy of its page, as an edit of it. */
export const mendSource = (
  actor: AccountActor,
  { address, is, ...answered }: Answered & { address: string; is: 'new' | 'archived' },
  clientInfo: ClientInfo,
) =>
  edit(
    'source',
    actor,
    answered,
    (source) => (is === 'new' ? { ...source, url: address } : { ...source, archiveUrl: address }),
    clientInfo,
  )

async function edit<K extends ContentKind>(
  kind: K,
  actor: AccountActor,
  { entry, base, key }: Answered,
  change: (content: ContentOf[K]) => ContentOf[K],
  clientInfo: ClientInfo,
): Promise<Answer<Saved | SaveRefusal>> {
  const head = await findHeadByNumber(primary(), writersScope, kind, entry)
  if (!head?.content) return refuse('not_found', codes().tasks.gone)
  if (head.revisionNumber !== base) return refuse('conflict', codes().tasks.changed)
  const content = change(stored(kind, head))
  const { summary } = messages().tasks
  return saveOperations[kind](
    actor,
    { key, summary, isMinor: false, entryId: head.id, baseNumber: base, content, sources: [] },
    clientInfo,
  )
}
