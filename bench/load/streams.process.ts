import http from 'node:http'

/**
 * Listens on many streams of server-sent events, as many browsers do: each with headers of its own. Told to listen, it
 * says when the last of them has been told something.
 */
export type ToStreams = { url: string; headers: Record<string, string>[] } | 'listen'
/** Whether all have been told the first thing; when, in milliseconds since 1970, the slowest was told the next one. */
export type FromStreams = { opened: true } | { listening: true } | { slowest: number } | { failed: string }

const say = (words: FromStreams) => process.send?.(words)
const now = () => performance.timeOrigin + performance.now()

let all = 0
let waiting = new Set<number>()
let isOpening = true

function told(at: number): void {
  if (!waiting.delete(at) || waiting.size > 0) return
  say(isOpening ? { opened: true } : { slowest: now() })
  isOpening = false
}

const everybody = () => new Set(Array.from({ length: all }, (_, at) => at))

process.on('message', (asked: ToStreams) => {
  if (asked === 'listen') {
    waiting = everybody()
    say({ listening: true })
    return
  }
  all = asked.headers.length
  waiting = everybody()
  const agent = new http.Agent({ keepAlive: false })
  asked.headers.forEach((headers, at) => {
    const fail = (why: string) => say({ failed: why })
    http
      .get(asked.url, { agent, headers }, (response) => {
        if (response.statusCode !== 200) fail(`a stream was answered with ${response.statusCode}`)
        response.on('data', (piece: Buffer) => piece.includes('data: ') && told(at))
        response.once('end', () => fail('a stream ended'))
      })
      .once('error', (error) => fail(String(error)))
  })
})
process.once('disconnect', () => process.exit())
