import type { Place } from '@/lib/errors/place'
import { type Message, sentenceOf } from '@/lib/messages/message'

/**
 * What a person can cause is a value with a reason and a message that says what to do; everything else is an exception,
 * logged once and answered with a general message.
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
  | 'second_step'
  | 'name_taken'
  | 'other_account'
  | 'failed'

/**
 * A refusal: the message for the whole, and those at the fields that caused it. They become sentences where they are
 * shown.
 */
export interface Refusal {
  ok: false
  reason: RefusalReason
  message: Message
  fields?: Record<string, Message>
  /** The places inside the content's fields, in order: an editor scrolls to the first. */
  places?: Place[]
  /** Where a second step is asked for: to be sent along with it, in place of the first. */
  ticket?: string
  /** In how many seconds it may be tried again, where a limit was reached. */
  retryAfter?: number
}

/** The result of an operation: what it did, or why it was refused. */
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
