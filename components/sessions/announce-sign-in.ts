'use client'
/** The event dispatched on `window` after signing in without leaving the page. */
export const ENTERED = 'loreleaf:entered'

/** Tells the reader's corner of the header who has signed in. */
export const announceSignIn = () => window.dispatchEvent(new Event(ENTERED))
