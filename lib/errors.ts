import type { Place } from '@/lib/errors/place'
import { type Message, sentenceOf } from '@/lib/messages/message'

/**
 * What a person can cause is a value with a reason and a message that says what to do, once it is shown; everything else is an exception,
 * logged once and answered blandly.
 */
export type RefusalReason =
  | 'invalid'
  | 'not_signed_in'
  | 'not_allowed'
  | 'blocked'
  | 'not_found'
  | 'conflict'
  | 'title_taken'
  | 'head_not_clean'
  | 'already_decided'
  | 'no_change'
  | 'key_reused'
  | 'too_many'
  | 'wrong_credentials'
  | 'name_taken'
  | 'other_account'
  | 'failed'

/** A refusal: the message for the whole, and those at the fields that caused it. They become sentences where they are shown. */
export interface Refusal {
  ok: false
  reason: RefusalReason
  message: Message
  fields?: Record<string, Message>
  /** Where inside the fields of a content, the first first: an editor leads there. */
  places?: Place[]
  /** In how many seconds it may be asked again, where it was asked too often. */
  retryAfter?: number
}

/** What a verb gives back: its result, or why not. */
export type Outcome<T extends object = object> = ({ ok: true } & T) | Refusal

/** Makes a refusal. */
export function refuse(reason: RefusalReason, message: Message, fields?: Record<string, Message>): Refusal {
  return fields ? { ok: false, reason, message, fields } : { ok: false, reason, message }
}

/** Thrown inside a transaction to roll it back and still answer with a refusal; caught by `refusable`. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(sentenceOf(refusal.message))
  }
}

/** Runs `work`; a `RefusalError` thrown in it becomes the refusal that it carries. */
export async function refusable<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal
    throw error
  }
}
