/** The languages that have a catalogue, by their tags (BCP 47). */
export const languages = ['en', 'qps-plocm'] as const

export type Language = (typeof languages)[number]

/** The languages offered to administrators; the pseudo-language is for finding hard-coded texts (`pseudo/`). */
export const offeredLanguages: readonly Language[] = ['en']
