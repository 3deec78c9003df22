import type { z } from 'zod'
import { refuse } from '@/lib/errors'
import { issueFor } from '@/lib/errors/issues'
import { codes } from '@/lib/messages/codes'
import { system } from '@/lib/policy/actor'
import { noClient } from '@/lib/rate-limit/client-info'
import type { Answer, Operation } from './operation'
import { messagesAt } from './read-form'

/**
 * Runs an operation as the wiki itself, for a script or a job: neither has a request or a network. Parses `given` by
 * the operation's schema, like the other adapters; invalid input is refused with a message at its field.
 */
export async function asSystem<S extends z.ZodType, T extends object>(
  operation: Operation<'system', S, T>,
  given: unknown,
): Promise<Answer<T>> {
  const parsed = operation.about.input.safeParse(given, { error: issueFor })
  if (!parsed.success) return refuse('invalid', codes().accounts.checkMarked, messagesAt(parsed.error.issues))
  return operation(system, parsed.data, noClient)
}
