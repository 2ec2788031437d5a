import { itemMark } from '#domain/priority/item-mark.ts'
import type { PrioritySheet } from '#domain/priority/priority-sheet.ts'
import { type TypedSheet, typedSheet } from '#domain/priority/read-sheet.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Scroll } from '../scroll.tsx'
import { Spoken } from '../spoken.tsx'

type Props = {
  frame: Frame
  code: string
  now: PrioritySheet
  typed: TypedSheet
  indicatorName: (id: string) => string
}

/** 調書の一か所と、そこに書かれたことば。 */
type Fact = { readonly key: string; readonly where: string; readonly words: string }

/** ほかの人が先に書いていたとき。いまの内容と、打ったものの違うところを並べる。打ったものは下の欄に残っている。 */
export const SheetConflict = ({ frame, code, now, typed, indicatorName }: Props) => {
  const { t, to } = frame
  const theirs = factsOf(frame, typedSheet(now, indicatorName))
  const yours = factsOf(frame, typed)
  const keys = [...new Set([...theirs, ...yours].map(({ key }) => key))]
  const wordsOf = (facts: readonly Fact[], key: string) => facts.find((fact) => fact.key === key)
  const different = keys.filter((key) => wordsOf(theirs, key)?.words !== wordsOf(yours, key)?.words)
  return (
    <section class="notice" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">{t('priority-year.conflict')}</h2>
      <p>
        <Spoken
          frame={frame}
          words={t('priority-year.conflict-lead', {
            by: now.lastBy ?? '―',
            time: now.lastAt === null ? '―' : momentInWords(now.lastAt),
          })}
        />
      </p>
      {different.length === 0 ? (
        <p>{t('priority-year.conflict-same')}</p>
      ) : (
        <Scroll labelledby="conflict">
          <table class="plain">
            <thead>
              <tr>
                <th scope="col">{t('priority-year.conflict-where')}</th>
                <th scope="col">{t('priority-year.conflict-now')}</th>
                <th scope="col">{t('priority-year.conflict-yours')}</th>
              </tr>
            </thead>
            <tbody>
              {different.map((key) => (
                <tr>
                  <th scope="row">{(wordsOf(theirs, key) ?? wordsOf(yours, key))?.where}</th>
                  <td class="priority-written">
                    <Own frame={frame}>{wordsOf(theirs, key)?.words ?? '―'}</Own>
                  </td>
                  <td class="priority-written">
                    <Own frame={frame}>{wordsOf(yours, key)?.words ?? '―'}</Own>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p>
        <a href={to.prioritySheet(code, now.id, 'edit')}>{t('priority-year.conflict-discard')}</a>
      </p>
    </section>
  )
}

/** 目標と項目を、id（新しいものは場所）で引けるように。 */
const factsOf = ({ t }: Frame, typed: TypedSheet): readonly Fact[] =>
  typed.flatMap((goal, at): readonly Fact[] => {
    const where = t('priority-year.goal-n', { number: at + 1 })
    return [
      { key: goal.id || `new-${at}`, where, words: goal.title },
      ...goal.items.map((item, nth) => ({
        key: item.id || `new-${at}-${nth}`,
        where: `${where} ${itemMark(nth + 1)}`,
        words: [item.title, item.details, item.targets, ...item.links.map(({ indicator }) => indicator)]
          .filter((words) => words.trim() !== '')
          .join('\n'),
      })),
    ]
  })
