import { join } from 'node:path'
import { env } from '@/lib/env'
import type { FileStore } from '@/lib/file-store/store'
import type { OwnRoute, OwnRoutes } from '@/lib/gateway/http/own-routes'
import { decodePicture } from '@/lib/images/decode-picture'
import { createLiveRoute } from '@/lib/live/live-route'
import { createMediaRoute } from '@/lib/media/media-route'
import { bouncesRoute } from '@/lib/news/mail/bounces/bounces-route'
import { unsubscribeRoute } from '@/lib/news/mail/unsubscribe-route'
import { createDownloadRoute } from '@/lib/own-data/download-route'
import { routes } from '@/lib/routes'
import type { Route } from '@/lib/routes/row'
import { createStaging } from '@/lib/uploads/staging'
import { createUploadRoute } from '@/lib/uploads/upload-route'

/** What is answered without the framework: pictures, what is sent of them, live streams, and mail programs. `close` ends what is under way. */
export function openOwnRoutes(store: FileStore): { own: OwnRoutes; close: () => Promise<void> } {
  const { origin, trustedProxies, dataFolder } = env
  const staging = createStaging(join(dataFolder, 'staging'))
  const uploads = createUploadRoute({ origin, trustedProxies, staging, store, decode: decodePicture })
  const media = createMediaRoute(store)
  const live = createLiveRoute()
  const own = new Map<Route, OwnRoute>([
    [routes.upload, uploads],
    [routes.media, media],
    [routes.mediaSize, media],
    [routes.unsubscribe, unsubscribeRoute],
    [routes.bounces, bouncesRoute],
    [routes.ownDataFile, createDownloadRoute({ origin, trustedProxies })],
    [routes.live, live],
  ])
  return {
    own,
    close: async () => {
      live.close()
      await uploads.close()
    },
  }
}
