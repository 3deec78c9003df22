import type { Citation } from './citation'

/** What happens in a story was seen or read there by whoever says so. */
export const seenInStory = { directness: 'original', opened: 'yes' } satisfies Partial<Citation>
