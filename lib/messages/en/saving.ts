/** Between writing and saving: preview and conflicts. */
export const saving = {
  preview: {
    show: 'Show changes',
    looking: 'Looking …',
    title: 'Your change, before it is saved',
    back: 'Back to editing',
    goesLive: 'Saved now, it goes live at once.',
    waits: 'Saved now, it waits for somebody to review it.',
    look: 'As readers will see it',
  },

  conflict: {
    title: 'Somebody changed the same place while you were writing',
    intro: 'Choose for each place, or write how it should read. Everything else is merged already.',
    base: 'Before',
    theirs: 'Theirs, published meanwhile',
    yours: 'Yours',
    keepTheirs: 'Take theirs',
    keepYours: 'Take yours',
    both: 'Keep both, theirs first',
    write: 'Write how it should read',
    own: 'How it should read',
    settled: 'Both edits are brought together below. Look it over, then save again.',
    empty: 'nothing',
    done: 'Take these and look over the page',
    order: 'Order of the blocks',
    place: (number: number) => `Place ${number}`,
  },
} as const
