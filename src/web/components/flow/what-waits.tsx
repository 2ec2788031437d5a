import { permits } from '#domain/people/permission.ts'
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

/** 一年の仕事への道。その人にできるものだけ。 */
export const WorkDoors = ({ frame, code, work }: { frame: Frame; code: string; work?: WorkView | undefined }) => {
  const { person, to, t } = frame
  return (
    <>
      {permits(person, 'round-read') && (
        <a class="button" href={to.rounds(code)}>
          {t('rounds.title')}
        </a>
      )}
      {permits(person, 'priority-read') && (
        <a class="button" href={to.priorityYear(code)}>
          {t('priority-year.title')}
        </a>
      )}
      {permits(person, 'priority-read') && (
        <a class="button" href={to.instructions(code)}>
          {work?.instructions ? t('work.instructions-open', { count: work.instructions }) : t('work.instructions')}
        </a>
      )}
      {permits(person, 'referral-read') && (
        <a class="button" href={to.referrals(code)}>
          {t('committee.title')}
        </a>
      )}
      {permits(person, 'revision-read') && (
        <a class="button" href={to.revisions(code)}>
          {t('revisions.title')}
        </a>
      )}
      {permits(person, 'owner-change') && (
        <a class="button" href={to.owners(code)}>
          {t('work.owners')}
        </a>
      )}
      {permits(person, 'people-manage') && (
        <a class="button" href={to.people(code)}>
          {t('work.people')}
        </a>
      )}
    </>
  )
}
