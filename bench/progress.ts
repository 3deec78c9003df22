/** Tells the person at the terminal what is being done; the result alone goes to the standard output. */
export function progress(words: string): void {
  process.stderr.write(`${words}\n`)
}
