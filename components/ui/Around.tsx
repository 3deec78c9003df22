/** A sentence in three parts whose middle is what it is about. */
export function Around({ parts }: { parts: readonly [string, string, string] | readonly [string, string] }) {
  return (
    <>
      {parts[0]}
      <b dir="auto">{parts[1]}</b>
      {parts[2]}
    </>
  )
}
