import type { SubjectKind } from '#domain/evaluation/evaluation.ts'
import type { ScalePreset } from '#domain/evaluation/presets/preset.ts'
import type { ScalePreview } from '#domain/evaluation/scale-preview.ts'
import { say } from '#domain/language/say.ts'
import { permits } from '#domain/people/permission.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { Own } from '../../components/own-words.tsx'
import { PlanFrame } from '../../components/plan-frame.tsx'
import { PreviewCounts } from '../../components/scales/preview.tsx'
import { Criteria, ScaleTable } from '../../components/scales/scale-table.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { type Frame, yearInSentence } from '../../frame.ts'

/** 見本一つと、この計画の分かれ方（指標で、実績のあるときだけ）。 */
export type PresetShown = { readonly preset: ScalePreset; readonly preview: ScalePreview | undefined }

type Props = {
  frame: Frame
  edition: Edition
  subject: SubjectKind
  year: number | undefined
  presets: readonly PresetShown[]
}

export const presetsPage = (props: Props): string => String(<PresetsPage {...props} />)

/** 実際に使われている評価区分から選ぶ。 */
const PresetsPage = ({ frame, edition, subject, year, presets }: Props) => {
  const { t, to } = frame
  const { code } = edition.municipality
  const title = t('scales.presets-title', { subject: t(`scales.of-${subject}`) })
  return (
    <PlanFrame frame={frame} edition={edition} here="grades" title={title} wide={false}>
      <p>
        <a href={to.scales(code, edition.id)}>{t('scales.back')}</a>
      </p>
      <p class="lead">
        {t(year === undefined || subject !== 'indicator' ? 'scales.presets-lead' : 'scales.presets-lead-counted', {
          year: year === undefined ? '' : yearInSentence(frame, year),
        })}
      </p>
      {presets.map((each) => (
        <Preset frame={frame} edition={edition} subject={subject} shown={each} />
      ))}
      {permits(frame.person, 'scale-change') && (
        <p>
          <a class="button" href={to.scales(code, edition.id, 'edit', { subject })}>
            {t('scales.from-nothing')}
          </a>
        </p>
      )}
    </PlanFrame>
  )
}

type PresetProps = { frame: Frame; edition: Edition; subject: SubjectKind; shown: PresetShown }

const Preset = ({ frame, edition, subject, shown: { preset, preview } }: PresetProps) => {
  const { t, to } = frame
  const { scale, source, criteria } = preset
  const heading = `preset-${scale.id}`
  return (
    <section class="scales-preset" aria-labelledby={heading}>
      <h2 id={heading}>
        <Own frame={frame}>
          {source.body}　{scale.name}
        </Own>
      </h2>
      <p>{say({ code: `scales.about-${scale.id}`, params: {} }, frame.lang)}</p>
      {preview && <PreviewCounts frame={frame} scale={scale} preview={preview} />}
      <details>
        <summary>{t('scales.criteria-and-source')}</summary>
        <ScaleTable frame={frame} scale={scale} labelledby={heading} />
        <Criteria frame={frame} scale={scale} />
        {criteria === 'reading' && (
          <p class="scales-reading">
            {t('scales.our-reading')}{' '}
            <Spoken frame={frame} words={say({ code: `scales.reading-${scale.id}`, params: {} }, frame.lang)} />
          </p>
        )}
        <p class="sub">
          {t('scales.source')}{' '}
          <Own frame={frame}>
            {source.body}「{source.paper}」
          </Own>{' '}
          {source.url !== '' && (
            <span class="scales-url">
              <Own frame={frame}>{source.url}</Own>
            </span>
          )}
        </p>
      </details>
      {permits(frame.person, 'scale-change') && (
        <p>
          <a
            class="button small"
            href={to.scales(edition.municipality.code, edition.id, 'edit', { subject, preset: scale.id })}
            aria-label={t('scales.use-named', { name: `${source.body} ${scale.name}` })}
          >
            {t('scales.use')}
          </a>
        </p>
      )}
    </section>
  )
}
