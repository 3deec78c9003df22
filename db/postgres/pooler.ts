import postgres from 'postgres'

/**
 * Whether an address leads through a pooler: then the answering session is another one than the greeting one. Throws
 * when the database cannot be reached.
 */
export async function leadsThroughPooler(url: string): Promise<boolean> {
  const client = postgres(url, { max: 1, prepare: false, connect_timeout: 5, onnotice: () => {} })
  try {
    const answer = await client<{ session: number }[]>`select pg_backend_pid() as session`
    return answer[0]?.session !== answer.state.pid
  } finally {
    await client.end({ timeout: 5 })
  }
}
