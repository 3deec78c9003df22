/** Thanking somebody for an edit. */
export const thanks = {
  link: 'Thank',
  linkFor: (name: string) => `Thank ${name} for this edit`,
  title: 'Say thank you',
  intro: (name: string) => `${name} is told that you liked this edit. Nobody else is, and nothing counts it.`,
  submit: 'Thank',
  thanked: (name: string) => `You thanked ${name} for this edit.`,
  toChange: 'What changed',
  toHistory: 'The entry',
  own: 'This edit is your own.',
  nobody: 'This edit was made by nobody who can be told here.',
  notFound: 'There is no such edit.',
  odd: 'This cannot be read. Go back, reload the page, and try again.',
}
