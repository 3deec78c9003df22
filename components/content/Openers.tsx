'use client'
import { useEffect } from 'react'
import { makeOpener } from './make-opener'

/** Has the links of `Opener` open in place. They stand in parts of a page that nothing else touches. */
export function Openers() {
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-opens]:not([role])'))
      makeOpener(link)
  }, [])
  return null
}
