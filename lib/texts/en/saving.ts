/** What is said between writing and what is saved. */
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
} as const
