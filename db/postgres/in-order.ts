/**
 * Sends statements of one transaction right after each other, none waiting for the answer to the one before: one round
 * trip for all of them. They run in this order, and each sees what those before it did. Each must send its statement
 * when it is called, as `prepared` ones do; drizzle's others are sent when first awaited, and refused. Throws the first
 * error.
 */
export function inOrder<Answers extends readonly unknown[]>(
  ...statements: { [At in keyof Answers]: () => Promise<Answers[At]> }
): Promise<Answers> {
  return Promise.all(statements.map(sentAtOnce)) as unknown as Promise<Answers>
}

function sentAtOnce(send: () => Promise<unknown>): Promise<unknown> {
  const sent = send()
  if (!(sent instanceof Promise)) throw new Error('a statement that is not sent when it is called')
  return sent
}
