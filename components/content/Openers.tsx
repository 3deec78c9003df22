'use client'
import { useEffect } from 'react'
import { makeOpener } from './make-opener'

/** Makes `Opener` links open in place. They are in static parts of the page, outside of React. */
export function Openers() {
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-opens]:not([role])'))
      makeOpener(link)
  }, [])
  return null
}
