/** Where a picture stands in a text; the first by default. */
export const imagePlaces = ['plain', 'left', 'right', 'wide'] as const
