import { cache } from 'react'
import type { Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { currentActor } from '@/lib/sessions/session'
import { type Conversation, conversationFor } from './conversation'

/** The conversation of a submission for who is signed in; null for those who have no part in it. */
export const loadConversation = cache(
  async (submissionId: number | null, from: Parameter = null): Promise<Conversation | null> => {
    const actor = await currentActor()
    if (actor.kind === 'visitor' || submissionId === null) return null
    return conversationFor(actor, submissionId, numberOfAddress(from))
  },
)
