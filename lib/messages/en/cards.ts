/** Cards beside a text: of a source, of a page. In a file of its own: these are the texts that the scripts need. */
export const cards = {
  ofSource: (number: string) => `Source ${number}`,
  ofPage: (title: string) => `Preview: ${title}`,
  close: 'Close',
  lost: (name: string) =>
    `There is nothing called “${name}” on this page any more. This is what comes nearest.`,
}
