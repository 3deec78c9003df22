import { randomInt } from 'node:crypto'
import { messages } from '@/lib/messages/messages'

/** A name that says nothing of whose account it was: its number is drawn, and follows from nothing. */
export const neutralName = (): string => messages().ownData.deletion.neutralName(randomInt(1_000, 1_000_000))
