import type { Municipality } from '#domain/people/municipality.ts'
import type { NoticesView } from '#operations/notices/notices-view.ts'
import { Layout } from '../../components/layout.tsx'
import { NoticeList } from '../../components/notices/notice-list.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; city: Municipality; view: NoticesView; continued: boolean }

export const noticesPage = (frame: Frame, city: Municipality, view: NoticesView, continued: boolean): string =>
  String(<NoticesPage frame={frame} city={city} view={view} continued={continued} />)

/** 通知：自分に届いたもの、または市のすべて。 */
const NoticesPage = ({ frame, city, view, continued }: Props) => {
  const { t, to } = frame
  const all = view.of === 'city' ? 'all' : undefined
  return (
    <Layout
      frame={frame}
      title={t('notices.title')}
      municipality={city}
      crumbs={cityPlaceCrumbs(frame, city, { words: t('notices.title') })}
    >
      <h1>{t('notices.title')}</h1>
      <p class="lead">{t(view.of === 'city' ? 'notices.lead-city' : 'notices.lead')}</p>
      {view.maySeeAll && frame.person.id !== null && <Which frame={frame} city={city} all={view.of === 'city'} />}
      {view.of === 'mine' && view.unseen > 0 && <SeeAll frame={frame} city={city} view={view} />}
      {view.notices.length === 0 ? (
        <p class="empty">{t('notices.none')}</p>
      ) : (
        <NoticeList frame={frame} code={city.code} view={view} />
      )}
      {(view.next !== null || continued) && (
        <nav class="notices-more" aria-label={t('notices.title')}>
          {continued && <a href={to.notices(city.code, { of: all })}>{t('notices.newest')}</a>}
          {view.next !== null && (
            <a href={to.notices(city.code, { of: all, before: view.next })}>{t('notices.older')}</a>
          )}
        </nav>
      )}
    </Layout>
  )
}

const Which = ({ frame, city, all }: { frame: Frame; city: Municipality; all: boolean }) => (
  <nav class="tabs" aria-label={frame.t('notices.which')}>
    <ul>
      <li>
        <a href={frame.to.notices(city.code)} aria-current={all ? undefined : 'page'}>
          {frame.t('notices.mine')}
        </a>
      </li>
      <li>
        <a href={frame.to.notices(city.code, { of: 'all' })} aria-current={all ? 'page' : undefined}>
          {frame.t('notices.city')}
        </a>
      </li>
    </ul>
  </nav>
)

/** 見ている頁のいちばん新しい番号までを読んだことにする。 */
const SeeAll = ({ frame, city, view }: Omit<Props, 'continued'>) => (
  <form class="notices-see" method="post" action={frame.to.noticesSeen(city.code)}>
    <input type="hidden" name="upto" value={String(view.notices[0]?.number ?? 0)} />
    <p>{frame.t('notices.unread-count', { count: view.of === 'mine' ? view.unseen : 0 })}</p>
    <button type="submit" class="small">
      {frame.t('notices.see-all')}
    </button>
  </form>
)
