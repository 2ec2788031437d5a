import type { PriorityGoal, PriorityItem } from '#domain/plan/draft.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { type Frame, yearInWords } from '../frame.ts'
import { Own } from './own-words.tsx'
import { Scroll } from './scroll.tsx'
import { SourceLink } from './source-link.tsx'

type Props = { frame: Frame; edition: Edition }

/** 重点目標（目標を一枚ずつ）。市長指示事項があれば先に置く。 */
export const PriorityGoals = ({ frame, edition }: Props) => {
  const { priorityGoals } = edition.content
  if (priorityGoals.length === 0) return null
  return (
    <>
      <Instructions frame={frame} edition={edition} />
      <section aria-labelledby="priority">
        <h2 id="priority">{frame.t('priority.title')}</h2>
        {priorityGoals.map((goal) => (
          <Goal frame={frame} edition={edition} goal={goal} />
        ))}
      </section>
    </>
  )
}

const Instructions = ({ frame, edition }: Props) => {
  const { instructions, instructionPlaces } = edition.content
  return instructions.length === 0 ? null : (
    <section aria-labelledby="instructions" class="instructions">
      <h2 id="instructions">{frame.t('priority.instructions')}</h2>
      <ol>
        {instructions.map((text, index) => {
          const place = instructionPlaces[index]
          return (
            <li>
              <Own frame={frame}>{text}</Own> {place && <SourceLink frame={frame} edition={edition} place={place} />}
            </li>
          )
        })}
      </ol>
    </section>
  )
}

const Goal = ({ frame, edition, goal }: Props & { goal: PriorityGoal }) => (
  <article class="card">
    <h3>
      <small>
        <Own frame={frame}>{goal.department}</Own> {goal.year !== null && yearInWords(frame, goal.year)}
      </small>
      <Own frame={frame}>{`${goal.number} ${goal.title}`}</Own>
    </h3>
    <Scroll label={`${goal.number} ${goal.title}`}>
      <table class="plain priority" lang="ja">
        <thead lang={frame.lang}>
          <tr>
            <th scope="col">{frame.t('priority.item')}</th>
            <th scope="col">{frame.t('priority.target')}</th>
            <th scope="col">{frame.t('priority.progress')}</th>
            <th scope="col">{frame.t('priority.grade')}</th>
            <th scope="col">{frame.t('source.short')}</th>
          </tr>
        </thead>
        <tbody>
          {goal.items.map((item) => (
            <tr>
              <th scope="row">
                {item.mark} {item.title}
              </th>
              <Words texts={item.targets} none={frame.t('priority.no-target')} />
              <Words texts={item.progress} none={frame.t('priority.no-progress')} />
              <td>
                <Grade frame={frame} item={item} />
              </td>
              <td>
                <SourceLink frame={frame} edition={edition} place={item.place} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  </article>
)

const Words = ({ texts, none }: { texts: readonly string[]; none: string }) => (
  <td>
    {texts.length === 0 ? (
      <abbr class="none" title={none}>
        ―
      </abbr>
    ) : texts.length === 1 ? (
      texts[0]
    ) : (
      <ul>
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    )}
  </td>
)

/** ◎○△× は読み上げで伝わらないので、ことばを添える。 */
const Grade = ({ frame, item: { grade } }: { frame: Frame; item: PriorityItem }) => {
  if (grade === null)
    return (
      <abbr class="none" title={frame.t('priority.no-grade')}>
        ―
      </abbr>
    )
  const meaning = gradeMeanings[grade]
  return meaning ? (
    <>
      {grade} <small>{frame.t(meaning)}</small>
    </>
  ) : (
    grade
  )
}

const gradeMeanings: Readonly<Record<string, 'grade.double' | 'grade.circle' | 'grade.triangle' | 'grade.cross'>> = {
  '◎': 'grade.double',
  '○': 'grade.circle',
  '△': 'grade.triangle',
  '×': 'grade.cross',
}
