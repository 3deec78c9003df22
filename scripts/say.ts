/** Prints progress for the user. */
export function say(progress: string): void {
  process.stdout.write(`${progress}\n`)
}
