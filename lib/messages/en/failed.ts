/** What a page says that could not be made. In a file of its own, since every reader's browser is given it. */
export const failed = {
  title: 'That did not work',
  lead: 'Something went wrong on our side. It has been noted. Try again in a moment.',
  again: 'Try again',
  home: 'Front page',
}
