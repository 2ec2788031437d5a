import type { Frame } from '../../frame.ts'
import { RecordedAs } from '../recorded-as.tsx'

/** 記録に残す名前。ブラウザーが覚えていれば、初めから入っている。 */
export const WhoField = ({ frame, who }: { frame: Frame; who: string }) => (
  <RecordedAs frame={frame} field="who">
    <div class="field">
      <label for="who">{frame.t('report.who')}</label>
      <p class="hint" id="who-hint">
        {frame.t('report.who-hint')}
      </p>
      <input id="who" name="who" value={who} maxlength={60} autocomplete="name" aria-describedby="who-hint" />
    </div>
  </RecordedAs>
)
