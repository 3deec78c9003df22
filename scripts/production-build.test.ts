import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { bundleOf } from './production-build'

/** What a program loads as it starts: our own files, and packages. */
async function loadedBy(program: string) {
  const { metafile } = await build({
    ...bundleOf([program]),
    outdir: 'nowhere',
    write: false,
    metafile: true,
  })
  const [output] = Object.values(metafile.outputs)
  return [
    ...Object.keys(output?.inputs ?? {}),
    ...(output?.imports ?? []).filter(({ kind }) => kind === 'import-statement').map(({ path }) => path),
  ]
}

/** What writing needs, and whoever only reads should not pay for: rules, parsers, the seed, passwords. */
const OF_WRITING =
  /^(?:lib\/(?:transfer\/(?!backup\/backup-error)|submissions|content|accounts)|zod|@zxcvbn|@node-rs)/

/** What knows how a content is made. */
const OF_CONTENTS = /^(?:lib\/content|zod$)/

/** What checks what is received, and what proves to whom their own data is sent, and reads it. */
const OF_OWN_ROUTES = /^(?:zod$|lib\/content\/|lib\/accounts\/|@node-rs\/argon2$)/

/** What reserves the name of an account that goes, and names what mails are about. */
const OF_JOBS = /^lib\/(?:accounts\/names\/|submissions\/(?:heading|listing)\.ts$)/

describe('a process that lives as long as the wiki loads nothing that it does not need:', () => {
  it('renderer', async () => {
    expect((await loadedBy('renderer')).filter((name) => OF_WRITING.test(name))).toEqual([])
  })

  it('serve, which receives files and sends own data, and does nothing else of writing', async () => {
    const loaded = (await loadedBy('serve')).filter((name) => OF_WRITING.test(name))
    expect(loaded.filter((name) => !OF_OWN_ROUTES.test(name))).toEqual([])
  })

  it('worker, which takes the words for search out of contents and does what is owed, and nothing else of writing', async () => {
    const loaded = (await loadedBy('worker')).filter((name) => OF_WRITING.test(name))
    expect(loaded.filter((name) => !OF_CONTENTS.test(name) && !OF_JOBS.test(name))).toEqual([])
  })

  it('what makes the wiki ready does, and ends', async () => {
    expect((await loadedBy('prepare')).filter((name) => OF_WRITING.test(name))).not.toEqual([])
  })
})
