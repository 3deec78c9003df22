import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { builtSheet, nameOfSheets, sheetsNamed } from './built-sheet'
import { neededOf } from './needed-sheet'

const home = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'loreleaf-sheets-'))

beforeAll(() => {
  const chunks = join(folder, '.next', 'static', 'chunks')
  mkdirSync(chunks, { recursive: true })
  writeFileSync(join(chunks, 'a.css'), '@font-face{src:url(../media/a.woff2)format("woff2")}.a{margin:0}')
  writeFileSync(join(chunks, 'c-1.css'), '.c{margin:0}')
  writeFileSync(join(chunks, 'b.css'), '.b::after{content:"</style><script>"}')
  writeFileSync(join(folder, '.next', 'secret.css'), '.secret{}')
  process.chdir(folder)
})
afterAll(() => {
  process.chdir(home)
  rmSync(folder, { recursive: true })
})

it('gives a sheet of the build, its addresses whole', () => {
  const sheet = builtSheet('/_next/static/chunks/a.css')
  expect(neededOf(sheet?.parts ?? [], { has: () => true })).toBe(
    '@font-face{src:url(/_next/static/media/a.woff2)format("woff2")}.a{margin:0}',
  )
})

it('gives none that would end the element that holds it', () => {
  expect(builtSheet('/_next/static/chunks/b.css')).toBeNull()
})

it('gives none that is not of the build, or not there', () => {
  expect(builtSheet('https://elsewhere.example/_next/static/chunks/a.css')).toBeNull()
  expect(builtSheet('/_next/static/../secret.css')).toBeNull()
  expect(builtSheet('/_next/static/chunks/gone.css')).toBeNull()
})

it('gives several as one, under one name, without their faces', () => {
  const name = nameOfSheets(['/_next/static/chunks/c-1.css', '/_next/static/chunks/a.css'])
  expect(name).toBe('c-1.a.css')
  expect(sheetsNamed(name ?? '')).toBe('.c{margin:0}.a{margin:0}')
})

it.each(['', '.css', 'a', 'a..css', 'a.gone.css', '../a.css', 'a/../c-1.css', 'a.b.css'])(
  'gives nothing under the name "%s"',
  (name) => expect(sheetsNamed(name)).toBeNull(),
)

it('has no name for what the build did not make', () => {
  expect(nameOfSheets(['/elsewhere/a.css'])).toBeNull()
  expect(nameOfSheets(['/_next/static/chunks/a.b.css'])).toBeNull()
})
