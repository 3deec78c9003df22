import type { Citation } from './citation'

/**
 * Which directness is suggested where nobody has said: somebody who names who said it, gives the link and has the exact
 * words is where it was said; everything else may be somebody writing about it.
 */
export const suggestedDirectness = (told: {
  hasSpeaker: boolean
  hasSource: boolean
  quote: string | null
}): Citation['directness'] => (told.hasSpeaker && told.hasSource && told.quote ? 'original' : 'report')
