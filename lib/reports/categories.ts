/** What a report says is the matter, in the order in which it is offered: people in danger come first. */
export const categories = [
  'personal_information',
  'threat',
  'child',
  'about_me',
  'insult',
  'wrong',
  'spam',
  'spoiler',
  'copyright',
  'other',
] as const
export type Category = (typeof categories)[number]

const urgent: ReadonlySet<Category> = new Set(['personal_information', 'threat', 'child', 'about_me'])

/** How soon somebody has to look at it: what may hurt a person goes before everything else. */
export const urgencyOf = (category: Category): 'urgent' | 'ordinary' =>
  urgent.has(category) ? 'urgent' : 'ordinary'
