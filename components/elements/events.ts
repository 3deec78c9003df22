/** The event dispatched on `window` after signing in without leaving the page. */
export const ENTERED = 'loreleaf:entered'

/** The event dispatched on `document` after elements were added to the page; those not started yet are started. */
export const ADDED = 'loreleaf:added'
