import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Installs what package-lock.json names, unless it is there, reporting on `out`; ends the process when that fails. */
export async function ensurePackages(out) {
  process.chdir(root)
  if (areInstalled()) return
  out.write('Installing packages (about a minute)\n')
  const npm = process.env.npm_execpath
  const [command, ...before] = npm ? [process.execPath, npm] : ['npm']
  const child = spawn(command, [...before, 'ci', '--include=dev', '--no-audit', '--no-fund'], {
    stdio: ['inherit', out, 'inherit'],
  })
  const stop = () => child.kill('SIGTERM')
  process.once('SIGTERM', stop)
  const code = await new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  process.removeListener('SIGTERM', stop)
  if (code === 0) return
  console.error('The packages could not be installed: see above.')
  process.exit(1)
}

/** Whether every package is installed in the locked version. npm records what it installed, at the very end. */
function areInstalled() {
  let installed
  try {
    installed = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages
  } catch {
    return false
  }
  const locked = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(locked).every(([path, { version, optional }]) => {
    if (path === '') return true
    // Optional packages are those of other platforms.
    return path in installed ? installed[path].version === version : optional === true
  })
}
