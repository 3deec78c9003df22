import { gzipSync } from 'node:zlib'
import { read } from '../answer'
import { startBare } from '../baselines/bare'
import type { Server } from '../baselines/server'
import { textOf } from './packed'

/** Serves a page as one file: the same words and looks, its stylesheets inside, and nothing that runs or is fetched. */
export async function startStatic(url: string): Promise<Server> {
  const html = textOf(await read(url))
  const styles = await Promise.all(
    [...html.matchAll(/<link\b[^>]*\brel="stylesheet"[^>]*>/g)].map(async ([link]) => {
      const href = /\bhref="([^"]+)"/.exec(link)?.[1] ?? ''
      const css = textOf(await read(new URL(href, url).href))
      return [link, `<style>${css.replace(/@font-face\s*\{[^}]*\}/g, '')}</style>`] as const
    }),
  )
  const inside = styles.reduce((text, [link, style]) => text.replace(link, () => style), withoutScripts(html))
  return startBare({
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' },
    body: gzipSync(inside),
  })
}

/** Whatever runs, and whatever else would be fetched before or beside the text. */
const withoutScripts = (html: string) =>
  html
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<link\b[^>]*\brel="(?:preload|modulepreload|icon|prefetch)"[^>]*>/g, '')
