/** Saying how far one is. In a file of its own: these are all the texts that the scripts need. */
export const picking = {
  link: 'How far I am',
  linkSet: (place: string) => `How far I am: ${place}`,
  changed: 'The page is open as far as you are.',
  undo: 'Undo',
  failed: 'This did not load. Try again.',
}
