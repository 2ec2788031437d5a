import type { Child } from 'hono/jsx'
import type { EntryRow, Evidence } from '#operations/collection/entry-page.ts'
import { Own } from '../own-words.tsx'
import { keyOf, nameOf } from './cells.ts'
import { type EntryShown, whenInWords } from './shown.ts'

type Props = { shown: EntryShown; row: EntryRow; children?: Child }

/** 文・資料・書き込み。要るときと、断りのあるときは開いておく。 */
export const EntryMore = ({ shown, row, children }: Props) => {
  const { frame, view } = shown
  const { t } = frame
  const { item, fields, answers, files, comments } = row
  const texts = answers.filter(({ field }) => field !== 'actual').length
  const total = texts + files.length + comments.length
  return (
    <details class="entry-more" open={isNeeded(shown, row)}>
      <summary>
        <span class="unseen">{item.name}: </span>
        {t('entry.more')}
        {total > 0 && t('entry.more-count', { texts, files: files.length, comments: comments.length })}
      </summary>
      <div class="entry-fields">
        {fields.length > 0 && children}
        {view.round.asks.evidence !== 'none' && (view.may.enter || row.files.length > 0) && (
          <div class="entry-files" id={`f-${item.id}-evidence`}>
            <Files shown={shown} row={row} />
          </div>
        )}
        <div class="entry-comments" id={`m-${item.id}`}>
          <Comments shown={shown} row={row} />
        </div>
      </div>
    </details>
  )
}

const isNeeded = ({ view, problems, stale }: EntryShown, { item, fields, missing, answers }: EntryRow): boolean => {
  const others = fields.filter(({ field }) => field !== 'actual')
  const troubled = others.some(({ field }) => {
    const key = keyOf(item.id, field)
    return problems?.has(key) || stale?.has(key)
  })
  if (!view.may.enter) return answers.some(({ field }) => field !== 'actual')
  return troubled || missing.some(({ field, why }) => field !== 'actual' && why !== 'question')
}

/** 根拠となる資料。 */
export const Files = ({ shown: { frame, view }, row: { item, files } }: Props) => {
  const { t } = frame
  return (
    <>
      <h2 class="entry-heading">{t('entry.files')}</h2>
      {files.length > 0 && (
        <ul>
          {files.map((file) => (
            <FileLine frame={frame} view={view} file={file} />
          ))}
        </ul>
      )}
      {view.may.enter && (
        <label>
          <span class="unseen">{item.name}: </span>
          {t('entry.file-attach')} <small>{t('entry.files-hint')}</small>
          <input type="file" name={nameOf.file(item.id)} data-file={item.id} />
        </label>
      )}
    </>
  )
}

const FileLine = ({ frame, view, file }: Pick<EntryShown, 'frame' | 'view'> & { file: Evidence }) => {
  const { t, to } = frame
  const { itemId, id, fileName, by, at } = file
  return (
    <li>
      <a href={to.evidence(view.municipality.code, view.response.id, itemId, id)}>
        <Own frame={frame}>{fileName}</Own>
      </a>{' '}
      <small>{t('entry.file-by', { by, when: whenInWords(at, view.today) })}</small>{' '}
      {view.may.enter && (
        <button type="submit" class="plain" name="do" value={`remove ${itemId} ${id}`}>
          {t('entry.file-remove', { file: fileName })}
        </button>
      )}
    </li>
  )
}

/** 書き込み。 */
export const Comments = ({ shown: { frame, view }, row: { item, comments } }: Props) => {
  const { t } = frame
  return (
    <>
      <h2 class="entry-heading">{t('entry.comments')}</h2>
      {comments.length > 0 && (
        <ul>
          {comments.map(({ text, by, at }) => (
            <li>
              <Own frame={frame}>
                <strong>{by}</strong> <small>{whenInWords(at, view.today)}</small>
                <br />
                <span class="entry-words">{text}</span>
              </Own>
            </li>
          ))}
        </ul>
      )}
      {view.may.comment && (
        <>
          <textarea
            name={nameOf.comment(item.id)}
            rows={2}
            maxlength={1000}
            aria-label={`${item.name}: ${t('entry.comments')}`}
          />
          <button type="submit" class="small" name="do" value="comment" data-comment={item.id}>
            {t('entry.comment-new')}
          </button>
        </>
      )}
    </>
  )
}
