import type { Frame } from '../../frame.ts'
import { RecordedAs } from '../recorded-as.tsx'

type Props = { frame: Frame; name: string; action: string; back: string }

/** 作業する人の名。記録と、ほかの人の頁に出る。名のっていなければ尋ねる。 */
export const WorkingAs = ({ frame, name, action, back }: Props) => (
  <RecordedAs frame={frame} field="name">
    <details class="working-as" open={name === ''}>
      <summary>{name === '' ? frame.t('review.who-are-you') : frame.t('review.working-as', { name })}</summary>
      <form method="post" action={action} class="inline-fields">
        <input type="hidden" name="back" value={back} />
        <input
          name="name"
          value={name}
          aria-label={frame.t('intake.name')}
          placeholder={frame.t('intake.name-example')}
          maxlength={60}
          autocomplete="name"
        />
        <button type="submit" class="small">
          {frame.t('review.name-save')}
        </button>
      </form>
    </details>
  </RecordedAs>
)
