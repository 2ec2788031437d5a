import type { App } from '../app.ts'
import { openDueRounds } from '../collection/schedule-round.ts'
import { settleEveryCity } from '../people/settle-departments.ts'
import type { MailLinks } from './digest.ts'
import { sendDigests } from './send-digests.ts'
import { tellDue } from './tell-due.ts'
import { tellInstructionsDue } from './tell-instructions-due.ts'

/**
 * 一分ごとに、日の来た機構改革の回答を移し、予定の照会を開き、締切と市長指示事項の期限を知らせ、まとめのメールを出す。起動したときにも一度。
 * 時を数えるのは pg-boss（同じデータベースを使うプロセスがいくつあっても、一分に一つ）。どの仕事も何度してもよいので、
 * 飛ばした分は次の一分が埋める。
 */
export const startClock = async (app: App, links: MailLinks, stop: AbortSignal): Promise<void> => {
  await app.store.jobs.every('minute', '* * * * *', () => tickOnce(app, links, stop))
  await tickOnce(app, links, stop)
}

/** 一分ぶんの仕事。一つがしくじっても、ほかはする。閉じるところなら、残りは次の起動がする。 */
export const tickOnce = async (app: App, links: MailLinks, stop: AbortSignal): Promise<void> => {
  const minutely = [
    () => settleEveryCity(app),
    () => openDueRounds(app),
    () => tellDue(app, app.now()),
    () => tellInstructionsDue(app, app.now()),
    () => sendDigests(app, app.now(), links),
  ]
  for (const work of minutely) {
    if (stop.aborted) return
    try {
      await work()
    } catch (error) {
      // 次の一分が、もう一度試す。
      if (!stop.aborted) console.error(error)
    }
  }
}
