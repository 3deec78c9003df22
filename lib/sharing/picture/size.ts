/** The size of the picture of a link in pixels, and the room that a photograph has on it. */
export const LINK_PICTURE = { width: 1200, height: 630 }
export const PHOTOGRAPH = { width: 420, height: 630 }

/** The name of the picture of the wiki as a whole. */
export const WHOLE = 'wiki.png'
