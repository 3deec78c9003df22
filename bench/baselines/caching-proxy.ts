import { startNginx } from './nginx'
import type { Server } from './server'

/** Starts nginx as a shared cache in front of a door: it keeps answers for as long as they say, and asks again then. */
export function startCachingProxy(address: string): Promise<Server> {
  const { host } = new URL(address)
  return startNginx(`
    proxy_cache_path FOLDER/cache keys_zone=pages:10m;
    server {
      listen PORT;
      location / {
        proxy_pass ${address};
        proxy_set_header Host ${host};
        proxy_cache pages;
        proxy_cache_lock on;
        proxy_cache_revalidate on;
      }
    }`)
}
