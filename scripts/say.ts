/** Tells the person at the terminal what is being done. */
export function say(progress: string): void {
  process.stdout.write(`${progress}\n`)
}
