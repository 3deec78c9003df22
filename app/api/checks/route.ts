import { answerCheck } from '@/lib/api/checks'

/** Says what a source says of a fact: posted by a plain form, so it works without scripts. */
export const POST = (request: Request): Promise<Response> => answerCheck(request)
