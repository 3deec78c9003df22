/** The categories of reports, in the order in which they are offered: people in danger come first. */
export const categories = [
  'personal_information',
  'threat',
  'child',
  'about_me',
  'insult',
  'wrong',
  'spam',
  'spoiler',
  'locked_too_late',
  'copyright',
  'other',
] as const
export type Category = (typeof categories)[number]

const urgent: ReadonlySet<Category> = new Set(['personal_information', 'threat', 'child', 'about_me'])

/** The categories by which words are closed while moderators check them (`checked/`). */
export const closing: readonly Category[] = ['personal_information', 'threat', 'child']

/** A report's urgency: what may hurt a person is urgent. */
export const urgencyOf = (category: Category): 'urgent' | 'ordinary' =>
  urgent.has(category) ? 'urgent' : 'ordinary'
