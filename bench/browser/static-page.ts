import { gzipSync } from 'node:zlib'
import { read } from '../answer'
import { startBare } from '../baselines/bare'
import type { Server } from '../baselines/server'
import { textOf } from './packed'

/** Serves a page as one file: the same text and look, without scripts or further requests. */
export async function startStatic(url: string): Promise<Server> {
  const html = textOf(await read(url))
  const [link, address] = SHEETS.exec(html) ?? []
  if (!link || !address) throw new Error('the page has its styles elsewhere')
  const styles = textOf(await read(new URL(address, url).href))
  return startBare({
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' },
    body: gzipSync(alone(html.replace(link, () => `<style>${styles}</style>`))),
  })
}

/** All style sheets of a page, as one file. */
const SHEETS = /<link rel="stylesheet" href="(\/sheets\/[^"]+)"\/>/

/** Removes scripts, and everything else that would be fetched before or beside the text. */
const alone = (html: string) =>
  html
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*\brel="(?:stylesheet|preload|modulepreload|icon|prefetch)"[^>]*>/g, '')
    .replace(/@font-face\s*\{[^}]*\burl\([^}]*\}/g, '')
