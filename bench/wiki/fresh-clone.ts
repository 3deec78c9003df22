import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BUILD_FOLDER } from '@/lib/framework/build'

/** What lies in a folder that was worked in, and in no fresh clone; and so do a build and the packages. */
const MADE_HERE = /^(?:\.git|\.bench|\.data.*|dist|test-results|playwright-report|.*\.tsbuildinfo)$/

/** The sources and packages in a new folder. */
export function freshClone(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loreleaf-clone-'))
  // Started by root, the database runs as another user, who must be able to enter the folder.
  chmodSync(folder, 0o755)
  copyBelow(
    '.',
    folder,
    copyFileSync,
    (name) => MADE_HERE.test(name) || [BUILD_FOLDER, 'node_modules'].includes(name),
  )
  copyBelow('node_modules', join(folder, 'node_modules'), linkOrCopy, (name) => name === '.cache')
  return folder
}

/** Copies a folder's content, except for some entries at its top. */
function copyBelow(
  from: string,
  to: string,
  copy: (from: string, to: string) => void,
  isLeftOut: (name: string) => boolean = () => false,
): void {
  mkdirSync(to, { recursive: true })
  for (const item of readdirSync(from, { withFileTypes: true })) {
    if (isLeftOut(item.name)) continue
    const [here, there] = [join(from, item.name), join(to, item.name)]
    if (item.isDirectory()) copyBelow(here, there, copy)
    else if (item.isSymbolicLink()) symlinkSync(readlinkSync(here), there)
    else copy(here, there)
  }
}

/** Packages' files are never changed: on the same disk, a hard link is enough. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
