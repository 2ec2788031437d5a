import { type PermittedAct, permits } from '#domain/people/permission.ts'
import type { WorkView } from '#operations/collection/waiting.ts'
import type { CityView } from '#operations/view-city.ts'
import type { Frame } from '../../frame.ts'

type Door = { readonly href: string; readonly words: string; readonly act?: PermittedAct; readonly shown?: boolean }

type Props = { frame: Frame; view: CityView; work: WorkView | undefined }

/**
 * 市ですること。毎年する仕事をボタンで先に、見るところと準備は文字だけの道にして後に置く。
 * その人にできないもの、まだないものは出さない。
 */
export const CityDoors = ({ frame, view, work }: Props) => {
  const { t } = frame
  const may = (doors: readonly Door[]) =>
    doors.filter(({ act, shown = true }) => shown && (act === undefined || permits(frame.person, act)))
  const [yearly, seeing, preparing] = [yearlyWork(frame, view, work), toSee(frame, view), toPrepare(frame, view)].map(
    may,
  )
  return (
    <nav class="doors" aria-label={t('start.doors')}>
      <Group id="doors-year" words={t('start.doors-year')} doors={yearly} kind="button" />
      <Group id="doors-see" words={t('start.doors-see')} doors={seeing} />
      <Group id="doors-prepare" words={t('start.doors-prepare')} doors={preparing} />
    </nav>
  )
}

type GroupProps = { id: string; words: string; doors: readonly Door[] | undefined; kind?: string }

const Group = ({ id, words, doors = [], kind }: GroupProps) =>
  doors.length === 0 ? null : (
    <div>
      <h2 id={id}>{words}</h2>
      <ul aria-labelledby={id}>
        {doors.map((door) => (
          <li>
            <a class={kind} href={door.href}>
              {door.words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )

const yearlyWork = (
  { t, to }: Frame,
  { municipality: { code } }: CityView,
  work: WorkView | undefined,
): readonly Door[] => [
  { act: 'round-read', href: to.rounds(code), words: t('rounds.title') },
  { act: 'priority-read', href: to.priorityYear(code), words: t('priority-year.title') },
  {
    act: 'priority-read',
    href: to.instructions(code),
    words: work?.instructions ? t('work.instructions-open', { count: work.instructions }) : t('work.instructions'),
  },
  { act: 'referral-read', href: to.referrals(code), words: t('committee.title') },
  { act: 'revision-read', href: to.revisions(code), words: t('revisions.title') },
]

const toSee = ({ t, to }: Frame, { municipality: { code }, has }: CityView): readonly Door[] => [
  { shown: has.departments, href: to.departments(code), words: t('start.departments') },
  { shown: has.tags, href: to.tags(code), words: t('start.tags') },
  { href: to.publications(code), words: t('publications.title') },
]

const toPrepare = ({ t, to }: Frame, { municipality: { code }, plans }: CityView): readonly Door[] => [
  { act: 'plan-import', shown: plans.length > 0, href: to.intake(code), words: t('start.intake') },
  { act: 'owner-change', href: to.owners(code), words: t('work.owners') },
  { act: 'people-manage', href: to.people(code), words: t('work.people') },
]
