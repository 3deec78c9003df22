const collator = new Intl.Collator('en')
const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })

/** The language itself: its tag (BCP 47), the way it is written, how names are sorted in it, and what it calls others. */
export const language = {
  tag: 'en',
  direction: 'ltr' as 'ltr' | 'rtl',
  /** Points to where a link leads: the way the language is read. */
  arrow: '→',
  compare: collator.compare,
  /** A language by its name; a tag that nobody knows stays as it is. */
  nameOf: (tag: string): string => names.of(tag) ?? tag,
}
