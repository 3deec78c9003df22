/** A sentence in three parts, the middle one emphasized. */
export function Emphasized({
  parts,
}: {
  parts: readonly [string, string, string] | readonly [string, string]
}) {
  return (
    <>
      {parts[0]}
      <b dir="auto">{parts[1]}</b>
      {parts[2]}
    </>
  )
}
