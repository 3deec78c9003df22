'use client'
import { useEffect, useRef } from 'react'
import { doWork, type Work } from '@/lib/accounts/newcomers/work-to-do'

/** Does the work that a new account takes while many are made, as the form is filled in; the form sends its result. */
export function SignUpWork({ work }: { work: Work }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const stop = new AbortController()
    doWork(work, stop.signal).then((done) => {
      if (field.current && done) field.current.value = done
    })
    return () => stop.abort()
  }, [work])
  return <input type="hidden" name="work" ref={field} />
}
