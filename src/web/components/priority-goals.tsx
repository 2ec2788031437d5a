import type { Legend, PriorityGoal, PriorityItem } from '#domain/plan/draft.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import type { Place } from '#domain/provenance.ts'
import { type Frame, yearInWords } from '../frame.ts'
import { Own } from './own-words.tsx'
import { Scroll } from './scroll.tsx'
import { SourceLink } from './source-link.tsx'

type Props = { frame: Frame; edition: EditionHeading }

/** 市長指示事項。 */
export const Instructions = ({
  frame,
  edition,
  instructions,
  places,
}: Props & { instructions: readonly string[]; places: readonly Place[] }) =>
  instructions.length === 0 ? null : (
    <section aria-labelledby="instructions" class="instructions">
      <h2 id="instructions">{frame.t('priority.instructions')}</h2>
      <ol>
        {instructions.map((text, index) => {
          const place = places[index]
          return (
            <li>
              <Own frame={frame}>{text}</Own> {place && <SourceLink frame={frame} edition={edition} place={place} />}
            </li>
          )
        })}
      </ol>
    </section>
  )

/** 評価の凡例。図書に書かれたとおり。 */
export const Legends = ({ frame, edition, legends }: Props & { legends: readonly Legend[] }) => (
  <>
    {legends.map(({ marks, meanings, place }) => (
      <p class="legend">
        {frame.t('priority.legend')}{' '}
        <Own frame={frame}>{marks.map((mark, index) => `${mark}：${meanings[index] ?? ''}`).join('　')}</Own>{' '}
        <SourceLink frame={frame} edition={edition} place={place} />
      </p>
    ))}
  </>
)

/** 重点目標一枚。 */
export const Goal = ({
  frame,
  edition,
  goal,
  level: Heading = 'h3',
}: Props & { goal: PriorityGoal; level?: 'h3' | 'h4' }) => (
  <article class="card goal">
    <Heading>
      <small>
        <Own frame={frame}>{goal.department}</Own> {goal.year !== null && yearInWords(frame, goal.year)}
      </small>
      <Own frame={frame}>{`${goal.number} ${goal.title}`}</Own>
    </Heading>
    <Scroll label={`${goal.number} ${goal.title}`}>
      <table class="plain priority" lang="ja">
        <thead lang={frame.lang}>
          <tr>
            <th scope="col">{frame.t('priority.item')}</th>
            <th scope="col">{frame.t('priority.target')}</th>
            <th scope="col">{frame.t('priority.progress')}</th>
            <th scope="col">{frame.t('priority.grade')}</th>
            <th scope="col" class="screen-only">
              {frame.t('source.short')}
            </th>
          </tr>
        </thead>
        <tbody>
          {goal.items.map((item) => (
            <tr>
              <th scope="row">
                {item.mark} {item.title}
                {item.details && (
                  <ul>
                    {item.details.map((detail) => (
                      <li>{detail}</li>
                    ))}
                  </ul>
                )}
              </th>
              <Words frame={frame} texts={item.targets} none={frame.t('priority.no-target')} />
              <Words frame={frame} texts={item.progress} none={frame.t('priority.no-progress')} />
              <td class="grade">
                <Grade frame={frame} item={item} />
              </td>
              <td class="screen-only">
                <SourceLink frame={frame} edition={edition} place={item.place} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  </article>
)

/** 書かれたことば。なければ、なぜ空いているかを見えるところに書く。 */
const Words = ({ frame, texts, none }: { frame: Frame; texts: readonly string[]; none: string }) => (
  <td>
    {texts.length === 0 ? (
      <span class="none" lang={frame.lang}>
        ― <small>{none}</small>
      </span>
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
      <span class="letter">{grade}</span> <small lang={frame.lang}>{frame.t(meaning)}</small>
    </>
  ) : (
    grade
  )
}

export const gradeMeanings: Readonly<
  Record<string, 'grade.double' | 'grade.circle' | 'grade.triangle' | 'grade.cross'>
> = {
  '◎': 'grade.double',
  '○': 'grade.circle',
  '△': 'grade.triangle',
  '×': 'grade.cross',
}
