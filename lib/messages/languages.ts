/** The languages that there is a catalogue of, by their tags (BCP 47). */
export const languages = ['en'] as const

export type Language = (typeof languages)[number]
