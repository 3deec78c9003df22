import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { chromium } from '@playwright/test'

/** How to start a Chromium that is on this machine. */
export interface Browser {
  /** Nothing for Playwright's own. */
  executablePath?: string
  env?: Record<string, string>
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const UNPACKED = resolve('node_modules/.cache/chromium-147.0.0')

/** The package's own settings look for its fonts in /tmp; without any font Chromium dies on the first page. */
const FONTS = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(UNPACKED, 'fonts')}</dir><dir>/usr/share/fonts</dir></fontconfig>
`

/** What every Chromium is started with: no traffic of its own, and no sandbox, which root and containers refuse. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** `CHROMIUM_PATH`, else the system's, else Playwright's own, else the one in the packages, unpacked on first use. */
export function findChromium(): Browser {
  const named = process.env.CHROMIUM_PATH
  if (named) return { executablePath: named }
  const installed = systemChromium()
  if (installed) return { executablePath: installed }
  if (existsSync(chromium.executablePath())) return {}
  return packagedChromium()
}

function systemChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)))
  return [...candidates, ON_A_MAC].find(existsSync)
}

/** The package unpacks itself below TMPDIR, its libraries only when it believes to be on Lambda. */
function packagedChromium(): Browser {
  if (!existsSync(UNPACKED)) {
    const unfinished = `${UNPACKED}.${process.pid}`
    mkdirSync(unfinished, { recursive: true })
    const unpack = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())"
    const env = { ...process.env, TMPDIR: unfinished, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' }
    const { status } = spawnSync(process.execPath, ['-e', unpack], { env, stdio: 'inherit' })
    if (status !== 0) throw new Error('The packaged Chromium could not be unpacked: see above.')
    if (existsSync(UNPACKED)) rmSync(unfinished, { recursive: true })
    else renameSync(unfinished, UNPACKED)
  }
  writeFileSync(join(UNPACKED, 'fonts.conf'), FONTS)
  const libraries = [join(UNPACKED, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH]
    .filter(Boolean)
    .join(delimiter)
  return {
    executablePath: join(UNPACKED, 'chromium'),
    env: { ...inherited(), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(UNPACKED, 'fonts.conf') },
  }
}

function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
}
