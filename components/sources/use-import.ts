'use client'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import type { Refusal } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { importSourcesAction } from '@/lib/sources/actions'
import type { Imported } from '@/lib/sources/importing/import-sources'
import { formatOf, splitFile } from '@/lib/sources/importing/split-file'
import { batchesOf } from './import-batches'

/** What became of the entries that were sent, `done` of `all`. */
export interface Sent extends Imported {
  done: number
  all: number
}

const nothing: Imported = { added: 0, submissionId: null, known: [], broken: [], event: null }
/** Waits before a lost request is sent again under the same key, in seconds. */
const PAUSES = [1, 3, 10]

/**
 * Sends the entries of the form's file or text in batches, one after the other: where the wiki asks for patience it waits, and
 * what was sent without an answer is sent again under its key, so that nothing is added twice.
 */
export function useImport(form: RefObject<HTMLFormElement | null>, file: RefObject<HTMLInputElement | null>) {
  const [sent, setSent] = useState<Sent | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isSending, setSending] = useState(false)
  const [waits, setWaits] = useState(0)
  const isStopped = useRef(false)

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isSending || !form.current) return
    const given = new FormData(form.current)
    setRefusal(null)
    setSending(true)
    isStopped.current = false
    const text = (await file.current?.files?.[0]?.text()) ?? String(given.get('text') ?? '')
    const format = formatOf(text)
    const { parts, shared } = splitFile(text, format)
    let so: Sent = { ...nothing, done: 0, all: parts.length }
    setSent(parts.length > 0 ? so : null)
    // A text without an entry is sent as it is: the answer says what is missing.
    const batches = parts.length > 0 ? batchesOf(parts, shared) : [{ text, firstLine: 1, count: 0 }]
    for (const batch of batches) {
      if (isStopped.current) break
      const data = new FormData()
      for (const [name, value] of given)
        if (typeof value === 'string' && name !== 'text') data.set(name, value)
      data.set('key', crypto.randomUUID())
      data.set('format', format)
      data.set('text', batch.text)
      data.set('firstLine', String(batch.firstLine))
      data.set('entries', String(parts.length))
      const answer = await patiently(data)
      if (answer.state !== 'ok') {
        if (answer.state === 'refused') setRefusal(answer.refusal)
        break
      }
      so = {
        done: so.done + batch.count,
        all: so.all,
        added: so.added + answer.added,
        submissionId: answer.submissionId ?? so.submissionId,
        known: [...so.known, ...answer.known],
        broken: [...so.broken, ...answer.broken],
        event: answer.event,
      }
      setSent(so)
    }
    setSending(false)
  }

  /** Sends one batch until it is answered; gives up after a few losses. */
  async function patiently(data: FormData) {
    for (let lost = 0; ; ) {
      const answer = await importSourcesAction({ state: 'idle' }, data).catch(() => null)
      const seconds = answer ? secondsToWait(answer) : (PAUSES[lost++] ?? null)
      if (answer && seconds === null) return answer
      if (seconds === null || isStopped.current) return unreachable()
      setWaits(answer ? seconds : 0)
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
      setWaits(0)
    }
  }

  const stop = () => {
    isStopped.current = true
  }

  return { sent, refusal, isSending, waits, send, stop }
}

type Answer = Awaited<ReturnType<typeof importSourcesAction>>

/** How long the wiki asks to wait; null where it has answered. */
const secondsToWait = (answer: Answer) =>
  answer.state === 'refused' && answer.refusal.reason === 'too_many'
    ? (answer.refusal.retryAfter ?? 10)
    : null

const unreachable = (): Answer => ({
  state: 'refused',
  refusal: { ok: false, reason: 'failed', message: codes().editing.unreachable },
  typed: {},
})
