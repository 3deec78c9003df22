import type { FactContent } from './fact'

/**
 * Whether a fact about a person's private life is in that person's own words: they said it, it is about them, and a
 * supporting original was opened. Nothing else about private life may be published.
 */
export function isInOwnWords(fact: Pick<FactContent, 'speaker' | 'about' | 'citations'>): boolean {
  const isAboutSpeaker = fact.speaker !== null && fact.about.includes(fact.speaker)
  const isRead = fact.citations.some(
    (one) => one.stance === 'supports' && one.directness === 'original' && one.opened === 'yes',
  )
  return isAboutSpeaker && isRead
}
