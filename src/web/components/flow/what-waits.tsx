import type { WorkView } from '#operations/collection/waiting.ts'
import type { Frame } from '../../frame.ts'
import { Nothing } from '../../pages/flow/work-page.tsx'
import { WaitingList } from './waiting-list.tsx'

const most = 5

/** 市のはじめの頁の、待っていること。急ぐものから五つ。 */
export const WhatWaits = ({ frame, work }: { frame: Frame; work: WorkView }) => {
  const { municipality, waiting } = work
  const { code } = municipality
  const more = waiting.length - most
  return (
    <section class="flow-what-waits" aria-labelledby="waits">
      <h2 id="waits">{frame.t('work.waiting')}</h2>
      {waiting.length === 0 ? (
        <Nothing frame={frame} view={work} />
      ) : (
        <WaitingList frame={frame} code={code} waiting={waiting.slice(0, most)} />
      )}
      {more > 0 && (
        <p>
          <a href={frame.to.work(code)}>
            {frame.t('work.all')}（{frame.t('work.more', { count: more })}）
          </a>
        </p>
      )}
    </section>
  )
}
