import type { z } from 'zod'
import { issueText, type Message, messageIn } from '@/lib/messages/message'

/**
 * Messages of this wiki for zod's own issues: passed to every parse whose issues are shown. A schema's own messages
 * take precedence.
 */
export function issueFor(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issueText('errors.content.unknownAttributes', issue.keys.slice(0, 5).map(short).join(', '))
    case 'invalid_union':
      return issueText('errors.content.unknownPart', short(typeOf(issue.input)))
    case 'invalid_value':
      return issueText('errors.content.chooseOne', issue.values.map(String).join(', '))
    case 'too_small':
      return issueText('errors.content.atLeastItems', Number(issue.minimum))
    default:
      return issueText('errors.content.wrongShape')
  }
}

/** The message of an issue from a parse with `issueFor`. */
export const messageOfIssue = ({ message }: z.core.$ZodIssue): Message => messageIn(message)

const typeOf = (input: unknown) =>
  typeof input === 'object' && input !== null && 'type' in input ? String(input.type) : typeof input

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
