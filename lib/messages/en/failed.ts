/** A page that failed to render. In a file of its own, since every reader's browser gets it. */
export const failed = {
  title: 'That did not work',
  lead: 'Something went wrong on our side. It has been noted. Try again in a moment.',
  again: 'Try again',
  home: 'Front page',
}
