'use client'
import { useEffect } from 'react'
import { ADDED } from './events'

/** Starts the elements in what React has just shown. */
export function StartElements() {
  useEffect(() => void document.dispatchEvent(new Event(ADDED)), [])
  return null
}
