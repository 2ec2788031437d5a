import type { App } from '../app.ts'
import type { MailLinks } from './digest.ts'
import { sendDigests } from './send-digests.ts'
import { tellDue } from './tell-due.ts'

/** 一分ごとの仕事一つ。 */
type Minutely = (app: App, now: Date) => Promise<unknown>

/**
 * 一分ごとに、予定の照会を開き、締切を知らせ、まとめのメールを出す。起動したときにも一度。
 * 時を数えるのは pg-boss（同じデータベースを使うプロセスがいくつあっても、一分に一つ）。どの仕事も何度してもよいので、
 * 飛ばした分は次の一分が埋める。一つがしくじっても、ほかはする。
 */
export const startClock = async (
  app: App,
  { links, openDueRounds }: { readonly links: MailLinks; readonly openDueRounds: Minutely },
): Promise<void> => {
  const tick = () => tickOnce(app, links, openDueRounds)
  await app.store.jobs.every('minute', '* * * * *', tick)
  await tick()
}

/** 一分ぶんの仕事。 */
export const tickOnce = async (app: App, links: MailLinks, openDueRounds: Minutely): Promise<void> => {
  const minutely: readonly Minutely[] = [openDueRounds, tellDue, (of, now) => sendDigests(of, now, links)]
  for (const work of minutely) {
    try {
      await work(app, app.now())
    } catch (error) {
      // 次の一分が、もう一度試す。
      console.error(error)
    }
  }
}
