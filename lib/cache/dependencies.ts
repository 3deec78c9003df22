import { AsyncLocalStorage } from 'node:async_hooks'

/** What one render has read, as far as it has come. */
export interface ResponseRecord {
  tags: Set<string>
  /** When the bytes stop being true by the clock alone, in milliseconds since 1970; null for never. */
  expiresAt: number | null
  /** An error was raised, even where the page hides it. */
  failed: boolean
  /** The status the page gave itself; it stands in for Next's 200. */
  status?: 404 | 410
}

// Next's bundle and the gateway are two module worlds of one process; this is the bridge between them.
const shared = globalThis as typeof globalThis & { __loreleafResponse?: AsyncLocalStorage<ResponseRecord> }

function current(): AsyncLocalStorage<ResponseRecord> {
  shared.__loreleafResponse ??= new AsyncLocalStorage()
  return shared.__loreleafResponse
}

/** Runs `work` and gives the record that everything inside it writes to; the record is complete once the body is. */
export function recordResponse<T>(record: ResponseRecord, work: () => T): T {
  return current().run(record, work)
}

/** Tells that the page under way rests on these tags. Call it *before* reading. Outside a render it does nothing. */
export function recordDependency(...tags: string[]): void {
  const record = current().getStore()
  if (record) for (const tag of tags) record.tags.add(tag)
}

/** Tells that the page under way is true only until `date`; the earliest of several counts. */
export function expiresBy(date: Date): void {
  const record = current().getStore()
  if (record) record.expiresAt = Math.min(record.expiresAt ?? Number.POSITIVE_INFINITY, date.getTime())
}

/** Tells that the page under way is not what it should be: it is neither remembered nor shown. */
export function markFailed(): void {
  const record = current().getStore()
  if (record) record.failed = true
}

/**
 * Gives the page under way its status: 404 for what is not there, 410 for what was deleted. Next's own `notFound()`
 * leaves the body of its 404 to the browser's scripts; a page that answers by itself is readable without them.
 */
export function answerWith(status: 404 | 410): void {
  const record = current().getStore()
  if (record) record.status = status
}

/** What a loader gives for something that is not there: null, and a 404 for the page under way. */
export function nothingHere(): null {
  answerWith(404)
  return null
}
