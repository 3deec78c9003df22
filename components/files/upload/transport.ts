import { paths } from '@/lib/routes'
import { WRITTEN_AS } from '@/lib/sessions/written-as'

/** What the wiki answered; status 0 where there was no connection. */
export interface Answer {
  status: number
  /** How many bytes are there. */
  offset: number | null
  /** In how many seconds to ask again. */
  retryAfter: number | null
  body: unknown
}

/** The requests of an upload. Each throws only when `signal` aborts. */
export interface Transport {
  /** Asks for a ticket. `writtenAs` is the mark of the account for whom the form was made. */
  start: (bytes: number, writtenAs: string, signal: AbortSignal) => Promise<Answer>
  head: (ticket: string, signal: AbortSignal) => Promise<Answer>
  /** Sends bytes from an offset on; `onSent` is told how many of them have left. */
  patch: (
    ticket: string,
    offset: number,
    part: Blob,
    signal: AbortSignal,
    onSent: (bytes: number) => void,
  ) => Promise<Answer>
}

/** What starts an upload, by its name among the operations. */
const START = 'upload.start'

export const browserTransport: Transport = {
  start: (bytes, writtenAs, signal) =>
    fetched(paths.operation(START), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ bytes, [WRITTEN_AS]: writtenAs }),
      signal,
    }),

  head: (ticket, signal) => fetched(paths.upload(ticket), { method: 'HEAD', signal }),

  // `fetch` does not tell how much of a body has been sent.
  patch: (ticket, offset, part, signal, onSent) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      const abort = () => request.abort()
      signal.addEventListener('abort', abort)
      request.upload.onprogress = ({ loaded }) => onSent(loaded)
      request.onloadend = () => {
        signal.removeEventListener('abort', abort)
        if (signal.aborted) reject(signal.reason)
        else
          resolve(answerOf(request.status, (name) => request.getResponseHeader(name), request.responseText))
      }
      request.open('PATCH', paths.upload(ticket))
      request.setRequestHeader('Upload-Offset', String(offset))
      request.setRequestHeader('Content-Type', 'application/partial-upload')
      request.send(part)
    }),
}

async function fetched(path: string, asked: RequestInit & { signal: AbortSignal }): Promise<Answer> {
  try {
    const response = await fetch(path, { cache: 'no-store', ...asked })
    return answerOf(response.status, (name) => response.headers.get(name), await response.text())
  } catch (error) {
    if (asked.signal.aborted) throw error
    return answerOf(0, () => null, '')
  }
}

function answerOf(status: number, header: (name: string) => string | null, text: string): Answer {
  const number = (name: string) => {
    const said = header(name)
    return said !== null && /^\d+$/.test(said) ? Number(said) : null
  }
  return { status, offset: number('upload-offset'), retryAfter: number('retry-after'), body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's own page, or nothing.
    return null
  }
}
