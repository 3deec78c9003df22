import { build } from 'esbuild'
import { expect, it } from 'vitest'

it('what forms make of content in the browser brings neither a database nor schemas along, which would ask for eval', async () => {
  const { outputFiles } = await build({
    entryPoints: ['components/forms/assemble.ts', 'components/forms/target.ts'],
    ...{ bundle: true, write: false, outdir: 'nowhere', format: 'esm', packages: 'external' },
  })
  const packages = outputFiles.flatMap(({ text }) =>
    [...text.matchAll(/^import .*? from "([^"]+)"/gm)].map(([, name]) => name),
  )
  expect(packages.filter((name) => /^(zod|drizzle-orm|postgres)/.test(name ?? ''))).toEqual([])
})
