/** The languages that there is a catalogue of, by their tags (BCP 47). */
export const languages = ['en', 'qps-plocm'] as const

export type Language = (typeof languages)[number]

/** Those that are offered to whoever runs a wiki: the other one is made to see what is hard-wired (`pseudo/`). */
export const offeredLanguages: readonly Language[] = ['en']
