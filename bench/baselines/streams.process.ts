import http, { type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The minimum of a server of streams: each is sent the same words when it opens, and all when somebody posts. */
const words = `data: ${JSON.stringify({ id: 1, news: 0, newest: 0, waitingCount: null, reports: null })}\n\n`
const open = new Set<ServerResponse>()

const server = http.createServer((req, res) => {
  if (req.method === 'POST') {
    for (const stream of open) stream.write(words)
    res.end()
    return
  }
  res.writeHead(200, { 'content-type': 'text/event-stream' }).write(words)
  open.add(res)
  res.once('close', () => open.delete(res))
})
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }))
process.once('disconnect', () => process.exit())
