import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Answer } from '../answer'
import { type Server, startServer } from './server'

/** The response that the bare server sends. */
export interface KeptAnswer {
  headers: Answer['headers']
  /** In base64. */
  body: string
}

/** Starts a bare `node:http` process that sends exactly these bytes and headers to every request. */
export async function startBare({ headers, body }: Pick<Answer, 'headers' | 'body'>): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'loreleaf-bare-'))
  const file = join(folder, 'answer.json')
  const kept: KeptAnswer = { headers, body: body.toString('base64') }
  writeFileSync(file, JSON.stringify(kept))
  try {
    return await startServer('bench/baselines/bare.process.ts', [file])
  } finally {
    rmSync(folder, { recursive: true })
  }
}
