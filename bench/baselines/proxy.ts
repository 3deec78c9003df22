import { startNginx } from './nginx'
import type { Server } from './server'

/** Starts nginx in front of a gateway, not caching pages, as `docker/nginx.conf` does. */
export function startProxy(address: string): Promise<Server> {
  const { host } = new URL(address)
  return startNginx(`
    server {
      listen PORT;
      location / {
        proxy_pass ${address};
        proxy_set_header Host ${host};
      }
    }`)
}
