import { currentActor } from '@/lib/sessions/session'
import { type Greeting, greetingFor } from './greeting'

/** The greeting of whoever asks; null for visitors and for who is not new. */
export async function loadGreeting(): Promise<Greeting | null> {
  const actor = await currentActor()
  return actor.kind === 'account' ? greetingFor(actor) : null
}
