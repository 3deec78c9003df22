/*
 * The names of the fields that relate entries to pages. A field of an infobox has the name of its kind of page in front,
 * since two kinds may have fields of one key; what no infobox holds has a name with a $, which no key has.
 */

/** A field of the infobox of a kind of pages. */
export const infoboxRelation = (kind: string, key: string): string => `${kind}.${key}`

/** A page's place in a work, like an episode's in its season. */
export const placeRelation = (kind: string): string => `${kind}.$place`

/** Who said a fact. */
export const SPEAKER = '$fact.speaker'

/** When it was said: a date. */
export const SAID_ON = '$fact.said_on'

/** What the names of all fields of facts begin with. */
export const OF_FACTS = '$fact'

/** The outlet that published a source, by its name: whether a page has that title makes no difference. */
export const OUTLET = '$source.outlet'
