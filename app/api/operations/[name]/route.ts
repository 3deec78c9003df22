import { answerJson } from '@/lib/api/http'
import { readSegments } from '@/lib/input/address'

/** Runs the operation that the address names with the posted JSON. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ name: string }> },
): Promise<Response> {
  const { name } = await readSegments(params)
  return answerJson(name, request)
}
