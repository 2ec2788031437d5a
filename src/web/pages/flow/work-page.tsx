import { dayInWords } from '#domain/year/calendar.ts'
import { dayInJapan } from '#domain/year/moment.ts'
import type { WorkView } from '#operations/collection/waiting.ts'
import { TryARole } from '../../components/account/try-a-role.tsx'
import { WaitingList } from '../../components/flow/waiting-list.tsx'
import { Layout } from '../../components/layout.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; view: WorkView }

export const workPage = (frame: Frame, view: WorkView): string => String(<WorkPage frame={frame} view={view} />)

/** あなたの仕事。待っているものを、締切の早い順に。 */
const WorkPage = ({ frame, view }: Props) => {
  const title = frame.t('work.title')
  const { municipality, waiting } = view
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(frame, municipality, { words: title })}
    >
      <h1>{title}</h1>
      {frame.person.kind === 'demonstration' && <TryARole frame={frame} municipality={municipality} />}
      {waiting.length > 0 ? (
        <WaitingList frame={frame} code={municipality.code} waiting={waiting} />
      ) : (
        <Nothing frame={frame} view={view} />
      )}
    </Layout>
  )
}

/** 何も待っていないとき。つぎに何が、いつ来るかを言う。 */
export const Nothing = ({ frame, view: { next, open } }: Props) => (
  <p class="empty">
    {frame.t('work.nothing')}{' '}
    {next?.opensAt ? (
      <Spoken
        frame={frame}
        words={frame.t('work.next', {
          title: next.title,
          day: dayInWords(dayInJapan(new Date(next.opensAt)), frame.lang, true),
        })}
      />
    ) : (
      frame.t(open > 0 ? 'work.done-for-now' : 'work.comes-with-round')
    )}
  </p>
)
