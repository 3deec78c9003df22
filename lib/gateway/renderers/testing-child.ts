import { setTimeout as wait } from 'node:timers/promises'
import { recordDependency } from '@/lib/cache/dependencies'
import { serveAsChild } from './serve-as-child'

/** A renderer whose pages make its process fail in various ways. */
serveAsChild({
  shutdown: async () => {},
  prepare: async () => async (req, res) => {
    const [, what = ''] = (req.url ?? '').split('/')
    if (what === 'die') process.kill(process.pid, 'SIGKILL')
    if (what === 'stand-still') for (;;) Math.random()
    if (what === 'slow') await wait(500)
    recordDependency('entry:1')
    res.writeHead(200, { 'content-type': 'text/html' }).end(String(process.pid))
  },
})
