'use client'
import { ENTERED } from '@/components/elements/events'

/** Tells the reader's corner of the header who has signed in. */
export const announceSignIn = () => window.dispatchEvent(new Event(ENTERED))
