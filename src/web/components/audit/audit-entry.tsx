import type { AuditChange } from '#domain/audit/difference.ts'
import {
  auditActInWords,
  auditPathInWords,
  auditSubjectInWords,
  auditValueInWords,
  type NameOf,
} from '#domain/audit/in-words.ts'
import { momentInWords } from '#domain/year/moment.ts'
import { type AuditRow, type AuditView, changesShown } from '#operations/audit/view-audit.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { Spoken } from '../spoken.tsx'

type Props = { frame: Frame; code: string; row: AuditRow; names: AuditView['names'] }

/** 記録一件。したこと・何について・前と後。そのままの記録は、たたんで添える。 */
export const AuditEntryItem = ({ frame, code, row, names }: Props) => {
  const { t, lang } = frame
  const nameOf: NameOf = (id) => names.get(id)?.name
  // id は、何についての名と、そのままの記録とにある。
  const told = row.changes.filter(({ path }) => path.at(-1) !== 'id')
  const shown = told.slice(0, changesShown)
  return (
    <li class="audit-entry">
      <p class="audit-when">
        <span class="audit-number">{t('audit.number', { number: row.number })}</span>{' '}
        <time datetime={row.at}>{momentInWords(row.at)}</time> <Who frame={frame} code={code} row={row} names={names} />
      </p>
      <h3>{auditActInWords(row.act, lang)}</h3>
      <About frame={frame} code={code} row={row} names={names} />
      {shown.length > 0 && (
        <ul class="audit-changes">
          {shown.map((change) => (
            <Change frame={frame} change={change} nameOf={nameOf} />
          ))}
          {told.length > shown.length && (
            <li class="audit-more">{t('audit.more-changes', { count: told.length - shown.length })}</li>
          )}
        </ul>
      )}
      <Raw frame={frame} row={row} />
    </li>
  )
}

const Who = ({ frame, code, row, names }: Props) => {
  const id = row.subject.person
  const name = <Own frame={frame}>{row.by || frame.t('audit.nothing-named')}</Own>
  return id !== undefined && names.has(id) ? <a href={frame.to.people(code, id)}>{name}</a> : name
}

/** 何について。名の分かるものだけを、その頁への道とともに。 */
const About = ({ frame, code, row, names }: Props) => {
  const told = Object.entries(row.subject).flatMap(([key, id]) => {
    // 回答の名は、課の名を含む。
    const silent = key === 'person' || (key === 'department' && names.has(row.subject.response ?? ''))
    const words = silent ? undefined : auditSubjectInWords(key, frame.lang)
    const name = names.get(id)?.name ?? (key === 'form' ? id : undefined)
    return words && name ? [{ words, name, href: hrefOf(frame, code, key, id) }] : []
  })
  if (told.length === 0) return null
  return (
    <p class="audit-about">
      {told.map(({ words, name, href }) => (
        <span>
          {words}{' '}
          {href ? (
            <a href={href}>
              <Own frame={frame}>{name}</Own>
            </a>
          ) : (
            <Own frame={frame}>{name}</Own>
          )}
        </span>
      ))}
    </p>
  )
}

const hrefOf = ({ to }: Frame, code: string, key: string, id: string): string | undefined => {
  if (key === 'round') return to.round(code, id)
  if (key === 'response') return to.response(code, id)
  if (key === 'member') return to.people(code, id)
  if (key === 'edition') return to.plan(code, id)
  if (key === 'publication') return to.publication(code, id)
  return undefined
}

/** 一つの違い。「欄：前 → 後」。長い文は途中まで。 */
const Change = ({ frame, change, nameOf }: { frame: Frame; change: AuditChange; nameOf: NameOf }) => {
  const value = (text: string | null) =>
    text === null ? (
      <span class="audit-empty">{frame.t('audit.was-empty')}</span>
    ) : (
      <Own frame={frame}>{shortened(auditValueInWords(text, nameOf, frame.lang))}</Own>
    )
  return (
    <li>
      <span class="audit-field">
        <Spoken frame={frame} words={auditPathInWords(change.path, nameOf, frame.lang)} />
      </span>{' '}
      {change.before !== null && (
        <>
          <del>
            <span class="unseen">{frame.t('audit.before')} </span>
            {value(change.before)}
          </del>
          <span aria-hidden="true"> → </span>
        </>
      )}
      <ins>
        <span class="unseen">{frame.t('audit.after')} </span>
        {value(change.after)}
      </ins>
    </li>
  )
}

const longest = 160
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

const longestRaw = 6000

const Raw = ({ frame, row: { changes: _, ...entry } }: { frame: Frame; row: AuditRow }) => {
  const text = JSON.stringify(entry, null, 2)
  return (
    <details>
      <summary>{frame.t('audit.raw')}</summary>
      <pre lang="ja">{text.length > longestRaw ? `${text.slice(0, longestRaw)}…` : text}</pre>
      {text.length > longestRaw && <p>{frame.t('audit.raw-cut')}</p>}
    </details>
  )
}
