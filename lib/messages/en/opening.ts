/** Opening closed content. In a file of its own: these are all the texts that the script needs. */
export const opening = {
  show: 'Show it',
  hide: 'Close it again',
  opened: 'What was closed',
}
