const collator = new Intl.Collator('en')
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** The language itself: its tag (BCP 47), direction, sort order, and its names for other languages. */
export const language = {
  tag: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  /** Points along a link, in reading direction. */
  arrow: '→',
  arrowBack: '←',
  /** Behind a link that leaves the wiki. */
  arrowOut: '↗',
  compare: collator.compare,
  /** Its letters in their order, small and without accents, by which titles are listed. */
  alphabet: 'abcdefghijklmnopqrstuvwxyz',
  /** A language's name; an unknown tag stays as it is. */
  nameOf: (tag: string): string => {
    try {
      return names.of(tag) ?? tag
    } catch (error) {
      // What has the letters of a tag and is none; anything else is no tag at all.
      if (/^[\w-]+$/.test(tag)) return tag
      throw error
    }
  },
}
