import { answerTask } from '@/lib/api/tasks'

/** The answer to a small task: posted by a plain form, so it works without scripts. */
export const POST = (request: Request): Promise<Response> => answerTask(request)
