import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import next from 'next'
import { env } from '@/lib/env'
import { type Language, languages } from '@/lib/env/languages'
import { fileStore } from '@/lib/file-store/file-store'
import { classify } from '@/lib/gateway/http/classify'
import type { OwnAddress, OwnRoute } from '@/lib/gateway/http/own-routes'
import { sendRefusal } from '@/lib/gateway/http/send'
import { noteAskedPath } from '@/lib/gateway/renderers/asked-path'
import { withElementFiles } from '@/lib/gateway/renderers/element-files'
import { logError } from '@/lib/log'
import { elementsInMemory } from './browser-elements'
import { browserMessages } from './browser-messages'
import { openOwnRoutes } from './own-routes'
import { giveUp } from './plain-error'
import { say } from './say'

/** The language whose file of texts (`/messages/en.js`) an address names. */
const askedMessages = (address: string | undefined): Language | undefined =>
  languages.find((language) => address === `/messages/${language}.js`)

async function sendMessages(res: ServerResponse, language: Language): Promise<void> {
  res.setHeader('content-type', 'text/javascript; charset=utf-8')
  res.end(await browserMessages(language))
}

/** The scripts of reading pages as the sources have them now. */
async function elementFile(name: string): Promise<string | null> {
  const [folder, file = ''] = name.split('/')
  const language = languages.find((one) => one === folder)
  return (language && (await elementsInMemory(language)).get(file)) ?? null
}

/** Nobody tells of changes here, so nothing is remembered. */
async function answerAlone(route: OwnRoute, req: IncomingMessage, res: ServerResponse, address: OwnAddress) {
  try {
    await route.answer(req, res, address, () => false)
  } catch (error) {
    logError(error, { path: address.target })
    if (res.headersSent) res.destroy()
    else sendRefusal(req, res, 503)
  }
}

/** The framework in development, without a gateway, and what that would answer itself: `scripts/dev.ts` starts it. */
async function serve(): Promise<void> {
  const server = createServer()
  const application = next({ dev: true, port: env.port, httpServer: server })
  await application.prepare()
  const handle = withElementFiles(application.getRequestHandler(), elementFile)
  const { own } = openOwnRoutes(fileStore())
  server.on('request', (req, res) => {
    const asked = askedMessages(req.url)
    if (asked) return void sendMessages(res, asked)
    const address = classify(req.url ?? '')
    const route = address.kind === 'own' ? own.get(address.route) : undefined
    if (route && address.kind === 'own') return void answerAlone(route, req, res, address)
    noteAskedPath(req)
    void handle(req, res)
  })
  server.listen(env.port, () => say(`Loreleaf is ready to be worked on: http://localhost:${env.port}`))
}

serve().catch(giveUp)
