import { join } from 'node:path'
import { outliveLostConnections } from '@/db/postgres/lost-connections'
import { env } from '@/lib/env'
import { fileStore } from '@/lib/file-store/file-store'
import { startGateway } from '@/lib/gateway/http/start'
import { startRenderServer } from '@/lib/gateway/renderers/render-server'
import { decodePicture } from '@/lib/images/decode-picture'
import { routes } from '@/lib/routes'
import { createStaging } from './staging'
import { createUploadRoute } from './upload-route'

/** A gateway that receives uploads and has no pages, as a process to be killed; says its port to who started it. */
outliveLostConnections()
const uploads = createUploadRoute({
  trustedProxies: 0,
  staging: createStaging(join(env.dataFolder, 'staging')),
  store: fileStore(),
  decode: decodePicture,
})
const gateway = await startGateway({
  port: 0,
  secret: env.authSecret,
  databaseUrl: env.directUrl,
  trustedProxies: 0,
  own: new Map([[routes.upload, uploads]]),
  renderers: {
    count: 1,
    start: async (socketPath) => {
      const server = await startRenderServer(socketPath, async (_, res) => void res.end())
      return { socketPath, ended: new Promise(() => {}), end: () => server.close() }
    },
  },
})
process.send?.({ port: gateway.port })
process.once('disconnect', () => process.exit())
