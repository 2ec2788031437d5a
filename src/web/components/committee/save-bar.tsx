import type { Frame } from '../../frame.ts'

/** いつも見えている帯：保存の様子と、保存（して次へ）。`next` は次の目標の名。 */
export const SaveBar = ({ frame, goal, next }: { frame: Frame; goal: string; next: string | null }) => {
  const { t } = frame
  return (
    <div class={`committee-bar screen-only${goal === '' ? '' : ' is-long'}`}>
      <input type="hidden" name="goal" value={goal} />
      <p id="committee-state" role="status">
        <span data-no-script>{t('committee.no-script')}</span>
      </p>
      <p class="buttons">
        <button type="submit" name="then" value={goal}>
          {t('committee.save-here')}
        </button>
        {goal !== '' && (
          <button type="submit" name="then" value={next ?? ''} class="primary">
            {t(next === null ? 'committee.save-back' : 'committee.save-next')}
          </button>
        )}
      </p>
    </div>
  )
}
