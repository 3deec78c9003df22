import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { PlainError } from '@/scripts/plain-error'
import type { Run } from './part'
import { MANIFEST } from './seed/manifest-file'

/** The options on the bench's command line. */
export interface Options extends Run {
  parts: string[]
  isJson: boolean
}

const PAGES = { usual: 100_000, quick: 2_000 }

/** Parses the command line; throws a sentence for unknown options. `known` are the names of all parts. */
export function parseOptions(args: string[], known: readonly string[]): Options {
  const usage = `npm run bench -- [${known.join(' | ')}] [soak] [--json] [--quick] [--pages N | --wiki FOLDER]`
  const { values, positionals } = parsed(args, usage)
  const isSoak = positionals.includes('soak')
  const named = positionals.filter((name) => name !== 'soak')
  const stranger = named.find((name) => !known.includes(name))
  if (stranger !== undefined) throw new PlainError(`The bench has no part ${stranger}: ${usage}`)
  const pages = Number(values.pages ?? PAGES[values.quick ? 'quick' : 'usual'])
  if (!Number.isInteger(pages) || pages < 1_000) throw new PlainError('--pages is a number of at least 1000.')
  const wiki = values.wiki === undefined ? null : resolve(values.wiki)
  if (wiki !== null && !existsSync(join(wiki, MANIFEST)))
    throw new PlainError(
      `${wiki} has no ${MANIFEST}, which npm run bench:seed writes beside the wiki that it makes.`,
    )
  const wanted = isSoak ? [...named, 'memory'] : named
  const parts = wanted.length > 0 ? known.filter((name) => wanted.includes(name)) : [...known]
  return { parts, pages, wiki, isSoak, isJson: values.json ?? false, isQuick: values.quick ?? false }
}

function parsed(args: string[], usage: string) {
  try {
    return parseArgs({
      args,
      options: {
        ...{ json: { type: 'boolean' }, quick: { type: 'boolean' } },
        ...{ pages: { type: 'string' }, wiki: { type: 'string' } },
      },
      allowPositionals: true,
    })
  } catch {
    throw new PlainError(`Say what is to be measured: ${usage}`)
  }
}
