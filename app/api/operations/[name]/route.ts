import { readSegments } from '@/lib/input/address'
import { answerJson } from '@/lib/operations/http'

/** Does what the address names, with the JSON that was posted. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await readSegments(params)
  return answerJson(name, request)
}
