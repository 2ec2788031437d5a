import type { Municipality } from '#domain/people/municipality.ts'
import type { Frame } from '../../frame.ts'
import { Spoken } from '../spoken.tsx'

/** 見本の市に来た人に、役を選んで試せることを初めに言う。もう試している人には、いまの役と、替える道。 */
export const TryARole = ({ frame, municipality: { code, name } }: { frame: Frame; municipality: Municipality }) => {
  const { person, t, to } = frame
  const tries = person.kind === 'demonstration'
  return (
    <p class="start-try">
      <span>
        <Spoken
          frame={frame}
          words={tries ? t('account.try-now', { name: person.name }) : t('account.try-invite', { name })}
        />
      </span>{' '}
      <a class={tries ? undefined : 'button primary'} href={to.demonstration(code)}>
        {t(tries ? 'account.try-change' : 'account.try-title')}
      </a>
    </p>
  )
}
