import type { Child } from 'hono/jsx'
import type { Municipality } from '#domain/people/municipality.ts'
import type { Review } from '#domain/review/review.ts'
import type { Frame } from '../../frame.ts'
import type { Crumb } from '../crumbs.tsx'
import { Layout } from '../layout.tsx'
import { Own } from '../own-words.tsx'

export type Step = 'review' | 'columns' | 'difference'

type Props = {
  frame: Frame
  municipality: Municipality
  review: Review
  here: Step
  wide?: boolean
  scripts?: readonly string[]
  children?: Child
}

/** 取込みの頁の枠。市 > 図書を取り込む > ファイル、三つの段の行き来。 */
export const ReviewFrame = ({ frame, municipality, review, here, wide = false, scripts = [], children }: Props) => (
  <Layout
    frame={frame}
    title={`${frame.t(`review-step.${here}`)} ${review.file}`}
    municipality={municipality}
    crumbs={intakeCrumbs(frame, municipality, { words: review.file, own: true })}
    wide={wide}
    scripts={scripts}
  >
    <h1>
      <Own frame={frame}>{review.file}</Own>
    </h1>
    <nav class="tabs" aria-label={frame.t('review-step.label')}>
      <ul>
        {(['columns', 'review', 'difference'] as const).map((step) => (
          <li>
            <a href={addressOf(frame, municipality, review, step)} aria-current={step === here ? 'page' : undefined}>
              {frame.t(`review-step.${step}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
    {children}
  </Layout>
)

const addressOf = ({ to }: Frame, { code }: Municipality, { id }: Review, step: Step): string =>
  step === 'review'
    ? to.review(code, id)
    : step === 'columns'
      ? to.reviewColumns(code, id)
      : to.reviewDifference(code, id)

/** 市町村 > 市 > 図書を取り込む > いまの頁。 */
export const intakeCrumbs = (frame: Frame, { code, name }: Municipality, here: Crumb): readonly Crumb[] => [
  { words: frame.t('cities.title'), href: frame.to.cities() },
  { words: name, href: frame.to.city(code), own: true },
  { words: frame.t('intake.title'), href: frame.to.intake(code) },
  here,
]
