import { say } from '#domain/language/say.ts'
import type { EntryView } from '#operations/collection/entry-page.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'
import { spotOf } from './cells.ts'

type Props = {
  frame: Frame
  view: EntryView
  /** 提出しようとして足りなかったときは、開いて見せる。 */
  open?: boolean
}

/** 「8項目のうち5項目を入力、確かめること1、足りないもの2」。それぞれの欄への道つき。 */
export const EntrySummary = ({ frame, view, open = false }: Props) => {
  const { t } = frame
  const { rows } = view
  const filled = rows.filter(({ fields, answers }) => answers.some(({ field }) => field === fields[0]?.field)).length
  const missing = rows.flatMap((row) =>
    row.missing.filter(({ why }) => why !== 'question').map((each) => ({ row, ...each })),
  )
  const questions = rows.filter(({ open }) => open.length > 0)
  const counts = [
    t('entry.summary', { asked: rows.length, filled }),
    ...(questions.length > 0 ? [t('entry.summary-questions', { count: questions.length })] : []),
    ...(missing.length > 0 ? [t('entry.summary-missing', { count: missing.length })] : []),
    ...(missing.length + questions.length === 0 ? [t('entry.summary-ready')] : []),
  ].join(frame.lang === 'ja' ? '、' : ', ')
  if (missing.length + questions.length === 0) return <p class="entry-counts">{counts}</p>
  return (
    <details class="entry-left" open={open}>
      <summary>{counts}</summary>
      <h2 class="unseen">{t('entry.list-missing')}</h2>
      <ul>
        {questions.map(({ item, open }) => (
          <li>
            <a href={`#q-${item.id}-${open[0]?.code}`}>
              <Own frame={frame}>{item.name}</Own>
            </a>{' '}
            {t('answer-missing-question')}
          </li>
        ))}
        {missing.map(({ row: { item }, field, message }) => (
          <li>
            <a href={`#${spotOf(`${item.id} ${field}`)}`}>
              <Own frame={frame}>{item.name}</Own>
            </a>{' '}
            <Spoken frame={frame} words={say(message, frame.lang)} />
          </li>
        ))}
      </ul>
    </details>
  )
}
