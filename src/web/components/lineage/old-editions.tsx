import type { Edition, EditionHeading } from '#domain/plan/edition.ts'
import type { Frame } from '../../frame.ts'
import { Own } from '../own-words.tsx'
import { editionInWords } from './edition-words.ts'

type Props = { frame: Frame; edition: Edition; old: readonly EditionHeading[] }

/** 計画の旧版。ふだんは数だけで、開くと並ぶ。 */
export const OldEditions = ({ frame, edition: { id, municipality }, old }: Props) =>
  old.length === 0 ? null : (
    <details class="lineage-old">
      <summary>{frame.t('lineage.old-editions', { count: old.length })}</summary>
      <ul>
        {old.map((each) => (
          <li>
            <a href={frame.to.plan(municipality.code, each.id)}>
              <Own frame={frame}>{each.title}</Own>
            </a>{' '}
            <small>{editionInWords(frame, each)}</small>
          </li>
        ))}
      </ul>
      <p>
        <a href={frame.to.editions(municipality.code, id)}>{frame.t('lineage.editions-link')}</a>
      </p>
    </details>
  )
