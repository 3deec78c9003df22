import { gzipSync } from 'node:zlib'
import { read } from '../answer'
import { startBare } from '../baselines/bare'
import type { Server } from '../baselines/server'
import { textOf } from './packed'

/** Serves a page as one file: the same text and look, without scripts or further requests. */
export async function startStatic(url: string): Promise<Server> {
  const html = textOf(await read(url))
  if (!html.includes('<style ')) throw new Error('the page has its styles elsewhere')
  return startBare({
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' },
    body: gzipSync(alone(html)),
  })
}

/** Removes scripts, and everything else that would be fetched before or beside the text. */
const alone = (html: string) =>
  html
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*\brel="(?:stylesheet|preload|modulepreload|icon|prefetch)"[^>]*>/g, '')
    .replace(/@font-face\s*\{[^}]*\burl\([^}]*\}/g, '')
