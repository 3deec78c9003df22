import { answerJson } from '@/lib/api/http'
import { readSegments } from '@/lib/input/address'

/** Does what the address names, with the JSON that was posted. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await readSegments(params)
  return answerJson(name, request)
}
