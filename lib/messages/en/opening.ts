/** Opening what is closed. A file of its own: it is all the words that script needs. */
export const opening = {
  show: 'Show it',
  hide: 'Close it again',
  opened: 'What was closed',
}
