import { AsyncLocalStorage } from 'node:async_hooks'

/** What the current render has read so far. */
export interface ResponseRecord {
  tags: Set<string>
  /** When the page expires by the clock alone, in milliseconds since 1970; null for never. */
  expiresAt: number | null
  /** An error occurred, even if the page hides it. */
  failed: boolean
  /** The status that the page sets instead of Next's 200. */
  status?: 404 | 410
}

// Next's bundle and the gateway load separate copies of this module in one process; `globalThis` connects them.
const shared = globalThis as typeof globalThis & { __loreleafResponse?: AsyncLocalStorage<ResponseRecord> }

function current(): AsyncLocalStorage<ResponseRecord> {
  shared.__loreleafResponse ??= new AsyncLocalStorage()
  return shared.__loreleafResponse
}

/** Runs `work` and gives the record that everything inside it writes to; the record is complete once the body is. */
export function recordResponse<T>(record: ResponseRecord, work: () => T): T {
  return current().run(record, work)
}

/** The record of the current page; undefined outside of a render. */
export const currentResponse = (): ResponseRecord | undefined => current().getStore()

/** Records that the current page depends on these tags. Call it *before* reading. Outside a render it does nothing. */
export function recordDependency(...tags: string[]): void {
  const record = current().getStore()
  if (record) for (const tag of tags) record.tags.add(tag)
}

/** Records that the current page is valid only until `date`; the earliest of several counts. */
export function expiresBy(date: Date): void {
  const record = current().getStore()
  if (record) record.expiresAt = Math.min(record.expiresAt ?? Number.POSITIVE_INFINITY, date.getTime())
}

/** Records that the current page is faulty: it is neither cached nor shown. */
export function markFailed(): void {
  const record = current().getStore()
  if (record) record.failed = true
}

/**
 * Sets the status of the current page: 404 for a missing entry, 410 for a deleted one. Next's own `notFound()` leaves
 * the body of its 404 to the browser's scripts; a page with its own body is readable without them.
 */
export function answerWith(status: 404 | 410): void {
  const record = current().getStore()
  if (record) record.status = status
}

/** What a loader gives for something that does not exist: null, and a 404 for the current page. */
export function nothingHere(): null {
  answerWith(404)
  return null
}
