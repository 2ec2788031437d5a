import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'

type Props = { frame: Frame; action: string /** 消すものの名。 */; name: string; words?: string }

/** 消す。一度開いて、確かめてから押す。 */
export const DeleteForm = ({ frame, action, name, words }: Props) => {
  const { t } = frame
  return (
    <details class="delete">
      <summary>
        {words ?? t('reports.delete')}
        <span class="unseen">
          {' '}
          <Own frame={frame}>{name}</Own>
        </span>
      </summary>
      <form method="post" action={action}>
        <p>{t('delete.no-way-back')}</p>
        <button type="submit" class="danger small">
          {t('reports.delete')}
        </button>
      </form>
    </details>
  )
}
