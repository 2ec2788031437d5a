import { raw } from 'hono/html'
import { achievementInWords } from '#domain/indicator/achievement.ts'
import { say } from '#domain/language/say.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { EntryRow } from '#operations/collection/entry-view.ts'
import type { Frame } from '../../frame.ts'
import { yearShort } from '../../frame.ts'
import { changeInWords } from '../change-words.ts'
import { shownFigure } from '../figure-words.ts'
import { Own } from '../own-words.tsx'
import { rateWords } from '../rate-words.ts'
import { shape } from '../shapes.ts'
import { Spoken } from '../spoken.tsx'
import { actualOf, actualWords, lastWords } from './answer-words.ts'

type Props = {
  frame: Frame
  code: string
  responseId: string
  year: number
  row: EntryRow
  /** 差戻しのあとに変わった欄。 */
  changed: ReadonlySet<string>
}

/** 項目一つ：前年度、目標、今年度の値、増減、達成率。つづけて、文・確かめたこと・資料・書き込み。 */
export const ReviewItem = (props: Props) => {
  const { frame, row, year, changed } = props
  const { item } = row
  const isChanged = row.answers.some(({ field }) => changed.has(`${item.id} ${field}`))
  return (
    <li class={isChanged ? 'flow-item changed' : 'flow-item'}>
      <h2>
        <span class="flow-number">{item.ordinal + 1}</span> <Own frame={frame}>{item.name}</Own>
        {isChanged && <span class="tag">{frame.t('flow.changed')}</span>}
      </h2>
      {item.kind === 'indicator' && actualOf(row) !== undefined && (
        <dl class="flow-figures">
          <Cell label={frame.t('flow.last', { year: yearShort(frame, year - 1) })}>
            <Own frame={frame}>{lastWords(frame, row)}</Own>
          </Cell>
          <Cell label={frame.t('table.target')}>
            <Own frame={frame}>{shownFigure(frame, row.target).words}</Own>
          </Cell>
          <Cell
            label={frame.t('flow.this', { year: yearShort(frame, year) })}
            main={actualOf(row)?.absence === null ? 'main large' : 'main'}
          >
            <Spoken frame={frame} words={actualWords(frame, row, year)} />
          </Cell>
          <Cell label={frame.t('flow.change')}>
            <Spoken frame={frame} words={changeInWords(frame, row, year) ?? '―'} />
          </Cell>
          <Cell label={frame.t('table.rate')}>
            {row.achievement ? rateWords(frame, row.achievement) : '―'}
            {row.last && row.last.achievement.kind === 'rate' && (
              <small> {frame.t('flow.last-rate', { rate: rateWords(frame, row.last.achievement) })}</small>
            )}
          </Cell>
        </dl>
      )}
      {row.achievement && (
        <p class="flow-working">
          <Spoken frame={frame} words={achievementInWords(row.achievement, frame.lang)} />
        </p>
      )}
      <Asked {...props} />
      <Texts {...props} />
      <Beside {...props} />
    </li>
  )
}

type CellProps = { label: string; main?: 'main' | 'main large'; children?: unknown }

const Cell = ({ label, main, children }: CellProps) => (
  <div class={main}>
    <dt>{label}</dt>
    <dd class="n">{children as string}</dd>
  </div>
)

/** 入力のときに尋ねられ、「このままでよい」と答えたこと。だれが答えたか。 */
const Asked = ({ frame, row }: Props) => {
  const answer = row.answers.find(({ field }) => field === 'actual')
  if (row.questions.length === 0 || !answer) return null
  return (
    <ul class="flow-asked">
      {row.questions.map((question) => {
        const isOpen = row.open.some(({ code }) => code === question.code)
        return (
          <li>
            {raw(shape('doubt'))}
            <Spoken frame={frame} words={say(question.message, frame.lang)} />{' '}
            <strong>
              {isOpen ? (
                frame.t('flow.not-answered')
              ) : (
                <Spoken frame={frame} words={frame.t('flow.confirmed-by', { by: answer.by })} />
              )}
            </strong>
          </li>
        )
      })}
    </ul>
  )
}

/** 文・事業費・事業の実績。 */
const Texts = ({ frame, row, changed }: Props) => {
  const told = row.fields.flatMap(({ field, heading }) => {
    const answer = row.answers.find((each) => each.field === field)
    if (!answer || answer.value.kind === 'actual') return []
    return [{ field, heading: heading ?? frame.t(field === 'money' ? 'flow.money' : 'flow.items'), answer }]
  })
  if (told.length === 0) return null
  return (
    <dl class="flow-texts">
      {told.map(({ field, heading, answer: { value } }) => (
        <div>
          <dt>
            <Own frame={frame}>{heading}</Own>
            {changed.has(`${row.item.id} ${field}`) && <span class="tag">{frame.t('flow.changed')}</span>}
          </dt>
          <dd>
            {value.kind === 'items' ? (
              <ul>
                {value.lines.map((line) => (
                  <li>
                    <Own frame={frame}>{line}</Own>
                  </li>
                ))}
              </ul>
            ) : (
              <Own frame={frame}>
                {value.kind === 'text'
                  ? value.text
                  : value.kind === 'money'
                    ? frame.t('flow.thousand-yen', { raw: value.raw })
                    : ''}
              </Own>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** 資料と書き込み。 */
const Beside = ({ frame, code, responseId, row }: Props) => (
  <>
    {row.files.length > 0 && (
      <p class="flow-files">
        {frame.t('flow.files')}{' '}
        {row.files.map(({ id, fileName }) => (
          <a href={frame.to.evidence(code, responseId, row.item.id, id)}>
            <Own frame={frame}>{fileName}</Own>
          </a>
        ))}
      </p>
    )}
    {row.comments.length > 0 && (
      <ul class="flow-comments">
        {row.comments.map(({ text, by, at }) => (
          <li>
            <Own frame={frame}>{text}</Own>{' '}
            <small>
              <Own frame={frame}>{by}</Own> {momentInWords(at)}
            </small>
          </li>
        ))}
      </ul>
    )}
  </>
)
