'use client'
import { useEffect, useRef, useState } from 'react'
import { messages } from '@/lib/messages/messages'
import type { Uploaded } from '@/lib/uploads/outcome'
import { sendFile } from './send-file'
import { ticketsOf } from './tickets'
import { browserTransport } from './transport'

/**
 * `idle` before a file was chosen; `sending` bytes; `waiting` for the connection or the wiki, which `problem` says;
 * `looking` when all bytes are there and the picture is made of them; then `done` with a `result`, or `refused`.
 */
type State = 'idle' | 'sending' | 'waiting' | 'looking' | 'done' | 'refused'

/** An upload as a form shows it. */
export interface Upload {
  state: State
  /** The part of the bytes that were sent, from 0 to 1. */
  progress: number
  result: Uploaded | null
  /** The sentence that says why it waits, or why it was refused. */
  problem: string | null
}

const NOTHING: Upload = { state: 'idle', progress: 0, result: null, problem: null }

/**
 * Sends one file at a time: `start` sends a file, instead of the one that is under way, and `cancel` ends that. A file
 * goes on after a lost connection by itself, and after the page was loaded again when it is chosen again. `writtenAs` is
 * the mark of the account for whom the page was made (`markOf`).
 */
export function useUpload(writtenAs: string): Upload & { start: (file: File) => void; cancel: () => void } {
  const [upload, setUpload] = useState(NOTHING)
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  function cancel(): void {
    running.current?.abort()
    setUpload(NOTHING)
  }

  function start(file: File): void {
    running.current?.abort()
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    const show = (next: Partial<Upload>) => signal.aborted || setUpload({ ...NOTHING, ...next })
    show({ state: 'sending' })
    sendFile(file, {
      transport: browserTransport,
      writtenAs,
      signal,
      pause: untilConnected,
      tickets: ticketsOf(file),
      onProgress: ({ sent, problem }) => {
        const state = problem !== null ? 'waiting' : sent >= file.size ? 'looking' : 'sending'
        show({ state, problem, progress: Math.min(1, sent / file.size) })
      },
    })
      .then((sent) => {
        if (!sent.ok) return show({ state: 'refused', problem: sent.problem })
        const { object, alike } = sent
        show({ state: 'done', progress: 1, result: { object, alike } })
      })
      .catch((error) => {
        if (signal.aborted) return
        show({ state: 'refused', problem: messages().uploads.stopped })
        reportError(error)
      })
  }

  return { ...upload, start, cancel }
}

/** Waits, or until the browser says that it is connected again. */
function untilConnected(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = () => {
      clearTimeout(timer)
      window.removeEventListener('online', over)
      signal.removeEventListener('abort', over)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const timer = setTimeout(over, milliseconds)
    window.addEventListener('online', over)
    signal.addEventListener('abort', over)
  })
}
