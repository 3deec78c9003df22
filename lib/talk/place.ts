import { paths } from '@/lib/routes'

/** So many numbers a part of a thread has: the part that a number is in never changes. */
export const ON_A_PART = 50

/** The number with which the part begins that this number is in. */
export const partOf = (number: number): number => Math.floor((number - 1) / ON_A_PART) * ON_A_PART + 1

/** The address of the part that begins with this number. */
export const partPath = (threadId: number, from: number): string =>
  paths.thread(threadId, { from: from === 1 ? null : from })

/** The address of the part of a submission's conversation that a comment of this number is in, at the comment. */
export const saidPath = (submissionId: number, number: number): string =>
  `${paths.submission(submissionId, { from: partOf(number) })}#${anchorOf(number)}`

/** The id of the element that holds a submission's conversation. */
export const CONVERSATION = 'conversation'

/** The id of a comment's element, by its number. */
export const anchorOf = (number: number): string => `comment-${number}`

/** Where a comment stands in its thread. */
export const placePath = (threadId: number, number: number): string =>
  `${partPath(threadId, partOf(number))}#${anchorOf(number)}`
