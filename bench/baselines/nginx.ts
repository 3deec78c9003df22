import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '@/scripts/postgres/cluster'
import { ask } from '../answer'
import { toUndo } from '../leftovers'
import type { Server } from './server'

/** nginx, where it is installed: Debian puts it where only root's PATH looks. */
const program = ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).error === undefined)

/** Whether nginx is installed. */
export const hasNginx = program !== undefined

/**
 * Starts nginx with these lines in its `http` block, where `listen` must be `PORT` and files lie in `FOLDER`; `files`
 * are written there. Throws when it does not come up.
 */
export async function startNginx(http: string, files: Record<string, Buffer> = {}): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'loreleaf-nginx-'))
  const port = await freePort()
  mkdirSync(join(folder, 'temp'))
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, 'nginx.conf'), configuration(http, folder, port))
  const child = spawn(program ?? 'nginx', ['-p', folder, '-c', 'nginx.conf', '-e', 'error.log'], {
    stdio: ['ignore', 2, 2],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const end = toUndo(async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
  const address = `http://127.0.0.1:${port}`
  for (let tries = 0; tries < 50; tries += 1) {
    const isUp = await ask(`${address}/`).then(
      () => true,
      () => false,
    )
    if (isUp) return { address, pid: child.pid ?? 0, end }
    await sleep(100)
  }
  await end()
  throw new Error('nginx did not come up')
}

const configuration = (http: string, folder: string, port: number) => `
daemon off;
worker_processes 1;
pid nginx.pid;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 1024; }
http {
  access_log off;
  default_type text/html;
  keepalive_requests 1000000;
  client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
  ${http.replaceAll('PORT', `127.0.0.1:${port}`).replaceAll('FOLDER', folder)}
}
`
