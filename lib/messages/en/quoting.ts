/** Quoting what one has selected. In a file of its own: this is all the text that the script needs. */
export const quoting = {
  discuss: 'Discuss these words',
}
