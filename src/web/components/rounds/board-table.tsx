import type { BoardLine } from '#domain/collection/board.ts'
import type { Person } from '#domain/people/person.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'
import type { UrgeGiven } from './board-acts.tsx'
import { BoardRow } from './board-row.tsx'

type Props = {
  frame: Frame
  code: string
  person: Person
  lines: readonly BoardLine[]
  sort: 'due' | 'department'
  /** 課を選ぶ印を出すか（照会を回す人に、開いているあいだ）。 */
  chooses: boolean
  given: UrgeGiven | undefined
}

/** 進行表の表。部ごとなら、部の見出しの行をはさむ。 */
export const BoardTable = ({ frame, code, person, lines, sort, chooses, given }: Props) => {
  const { t } = frame
  if (lines.length === 0) return <p class="empty">{t('rounds.board-nothing-matches')}</p>
  const groups =
    sort === 'department' ? [...Map.groupBy(lines, ({ division }) => division?.id ?? '').values()] : [lines]
  const columns = chooses ? 7 : 6
  return (
    <Scroll label={t('rounds.board-title')}>
      <table class="plain rounds-board">
        <thead>
          <tr>
            {chooses && (
              <th scope="col" class="rounds-choose">
                {t('rounds.board-column-choose')}
              </th>
            )}
            <th scope="col">{t('rounds.board-column-department')}</th>
            <th scope="col">{t('rounds.board-column-state')}</th>
            <th scope="col" class="n">
              {t('rounds.board-column-answers')}
            </th>
            <th scope="col">{t('rounds.board-column-due')}</th>
            <th scope="col">{t('rounds.board-column-last')}</th>
            <th scope="col">{t('rounds.board-column-contact')}</th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody>
            {sort === 'department' && (
              <tr class="rounds-division">
                <th scope="rowgroup" colspan={columns}>
                  {group[0]?.division ? <Own frame={frame}>{group[0].division.name}</Own> : t('rounds.no-division')}
                </th>
              </tr>
            )}
            {group.map((line) => (
              <BoardRow
                frame={frame}
                code={code}
                person={person}
                line={line}
                showsDivision={sort === 'due'}
                chooses={chooses}
                chosen={given?.ids.includes(line.id) ?? false}
              />
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  )
}
