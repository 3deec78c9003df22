/** The canonical spelling of one segment of a path: RFC 3986's `pchar` stay plain. */
export function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent)
}

/** A title as addresses spell it, before anything is encoded: spaces as underscores. */
export const spellingOf = (title: string) => title.replaceAll(' ', '_')

/** A title as it stands in an address, without a prefix: spaces as underscores, slashes kept, the rest encoded. */
export const titlePath = (title: string) => spellingOf(title).split('/').map(encodeSegment).join('/')
