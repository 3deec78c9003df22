import { answerWatch } from '@/lib/api/watch'

/** Begins and ends watching: posted by plain forms, so it works on every page and without scripts. */
export const POST = (request: Request): Promise<Response> => answerWatch(request)
