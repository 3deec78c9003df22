'use client'
/** Said on the window once somebody has signed in without leaving the page. */
export const ENTERED = 'loreleaf:entered'

/** Lets the reader's corner know who that is. */
export const tellEntered = () => window.dispatchEvent(new Event(ENTERED))
