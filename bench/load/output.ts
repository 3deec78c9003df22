import { spawn } from 'node:child_process'

/** Runs a program and gives its output. Throws with its error output when it fails. */
export function outputOf(program: string, flags: string[], env = process.env): Promise<string> {
  const child = spawn(program, flags, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [output, complaints] = ['', '']
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`${program} failed: ${complaints || output}`)),
    )
  })
}
