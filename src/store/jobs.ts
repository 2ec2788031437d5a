import { PgBoss } from 'pg-boss'
import type { Database } from './engine/database.ts'

/** 仕事一つ。`signal` は、終わりを待たずに閉じるとき（や長すぎるとき）に鳴る。 */
export type Job<Data> = { readonly data: Data; readonly signal: AbortSignal }

/**
 * 順番待ちの仕事（pg-boss、同じデータベースの pgboss という枠の中）。
 * 途中でプロセスが落ちた仕事は、息（heartbeat）が絶えてからほかのプロセスか次の起動がやり直す。
 * 仕事は id で呼ぶ。同じ id は一度しか並ばない。団体の行の壁の外にあるので、仕事には id だけを書く。
 */
export type Jobs = {
  /** この列の仕事を、一つずつ引き受ける。 */
  work<Data extends object>(queue: string, handle: (job: Job<Data>) => Promise<void>): Promise<void>
  /** 列に並べる。引き受け手がこのプロセスなら、すぐ始まる。 */
  send(queue: string, id: string, data: object): Promise<void>
  /** 前の起動でやりかけだったものを、並んでいなければ並べ直す。ほかのプロセスがしている（らしい）ものには触らない。 */
  resume(queue: string, id: string, data: object): Promise<void>
  /** 日本の時計で、cron の言うときごとにする。プロセスがいくつあっても、一度ごとに一つがする。前のが終わるまで、次は一つだけ待つ。 */
  every(queue: string, cron: string, handle: () => Promise<void>): Promise<void>
  /** 引き受けるのを止める。やりかけの仕事は、次の起動がやり直す。 */
  stop(): Promise<void>
}

const queueOptions = { retryLimit: 2, expireInSeconds: 3600, heartbeatSeconds: 20, deleteAfterSeconds: 86_400 }

/** 時ごとの仕事。しくじっても、次のときにする。 */
const tickOptions = {
  policy: 'short',
  retryLimit: 0,
  expireInSeconds: 900,
  heartbeatSeconds: 20,
  deleteAfterSeconds: 3600,
} as const

/** 仕事を頼むか引き受けるまでは、pg-boss を起こさない（命令一つのために枠を作らない）。 */
export const jobsOver = (database: Database, complain: (error: unknown) => void): Jobs => {
  let started: Promise<PgBoss> | undefined
  const workers = new Map<string, string>()
  const boss = () => {
    started ??= startBoss(database, complain)
    return started
  }
  const send = async (queue: string, id: string, data: object) => {
    const running = await boss()
    await running.createQueue(queue, queueOptions)
    await running.send(queue, data, { id })
    const worker = workers.get(queue)
    if (worker) running.notifyWorker(worker)
  }
  return {
    work: async (queue, handle) => {
      if (workers.has(queue)) return
      workers.set(queue, '')
      const running = await boss()
      await running.createQueue(queue, queueOptions)
      const id = await running.work<object>(queue, { batchSize: 1, pollingIntervalSeconds: 2 }, async ([job]) => {
        if (job) await handle({ data: job.data as never, signal: job.signal })
      })
      workers.set(queue, id)
    },
    send,
    resume: async (queue, id, data) => {
      const running = await boss()
      await running.createQueue(queue, queueOptions)
      const [job] = await running.findJobs(queue, { id })
      if (job && isWaiting(job.state, database)) return
      if (job) await running.deleteJob(queue, id)
      await send(queue, id, data)
    },
    every: async (queue, cron, handle) => {
      if (workers.has(queue)) return
      workers.set(queue, '')
      const running = await boss()
      await running.createQueue(queue, tickOptions)
      await running.schedule(queue, cron, null, { tz: 'Asia/Tokyo' })
      workers.set(queue, await running.work(queue, { batchSize: 1, pollingIntervalSeconds: 5 }, () => handle()))
    },
    stop: async () => {
      const running = await started
      await running?.stop({ graceful: true, timeout: 2000, close: false })
    },
  }
}

/** 待っていれば、そのうち始まる。PGlite を開くプロセスは一つなので、起動のときに active なものは、前のプロセスが落としたもの。 */
const isWaiting = (state: string, { pipelined }: Database): boolean =>
  state === 'created' || state === 'retry' || (state === 'active' && pipelined)

const startBoss = async (database: Database, complain: (error: unknown) => void): Promise<PgBoss> => {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => executeSql(database, text, values) },
    backend: database.pipelined ? 'postgres' : 'pglite',
    supervise: true,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  })
  boss.on('error', complain)
  await boss.start()
  return boss
}

/** 一つの文がしくじっても、つなぎを次の人に壊れたまま渡さない（PGlite のつなぎは一本きり）。 */
const executeSql = async ({ pool }: Database, text: string, values?: unknown[]): Promise<{ rows: unknown[] }> => {
  const client = await pool.connect()
  try {
    const results = await (values && values.length > 0 ? client.query(text, values) : client.query(text))
    const all = Array.isArray(results) ? results : [results]
    return { rows: all.flatMap(({ rows }) => rows ?? []) }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}
