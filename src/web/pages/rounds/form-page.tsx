import type { RoundGiven } from '#domain/collection/read-round.ts'
import type { CollectionRound } from '#domain/collection/round.ts'
import type { RoundTrouble } from '#domain/collection/round-check.ts'
import type { Municipality } from '#domain/people/municipality.ts'
import type { RoundForm } from '#operations/collection/view-rounds.ts'
import { AsksFields } from '../../components/rounds/asks-fields.tsx'
import { Conflict } from '../../components/rounds/conflict.tsx'
import { DayField, FieldError, marks, Tick, TroubleSummary } from '../../components/rounds/form-fields.tsx'
import { RoundsLayout } from '../../components/rounds/rounds-layout.tsx'
import { WhatFields } from '../../components/rounds/what-fields.tsx'
import { WhomFields } from '../../components/rounds/whom-fields.tsx'
import { Spoken } from '../../components/spoken.tsx'
import type { Frame } from '../../frame.ts'

export type FormPageProps = {
  frame: Frame
  municipality: Municipality
  form: RoundForm
  given: RoundGiven
  troubles: readonly RoundTrouble[]
  /** 写したもとの照会。 */
  copied?: CollectionRound | undefined
  /** 見ていたあいだに、ほかの人が変えた照会。 */
  meanwhile?: CollectionRound | undefined
}

export const formPage = (props: FormPageProps): string => String(<FormPage {...props} />)

/** 照会を作る・直す頁。開いたあとは、もう届いている欄を変えられない。 */
const FormPage = ({ frame, municipality, form, given, troubles, copied, meanwhile }: FormPageProps) => {
  const { t, to } = frame
  const { round } = form
  const isOpen = round?.status === 'open'
  const code = municipality.code
  const title = t(round ? 'rounds.edit-title' : 'rounds.new-title')
  const revision = meanwhile?.revision ?? round?.revision ?? 0
  const crumbs = [
    ...(round
      ? [
          {
            words: round.title,
            href: isOpen ? to.round(code, round.id) : to.roundPart(code, round.id, 'preview'),
            own: true,
          },
        ]
      : []),
    { words: title },
  ]
  return (
    <RoundsLayout frame={frame} municipality={municipality} title={title} crumbs={crumbs}>
      <TroubleSummary frame={frame} troubles={troubles} />
      {meanwhile && <Conflict frame={frame} code={code} form={form} given={given} now={meanwhile} />}
      {copied && (
        <p class="sub">
          <Spoken frame={frame} words={t('rounds.copied-from', { title: copied.title })} />
        </p>
      )}
      {!round && !copied && <CopyFrom frame={frame} code={code} earlier={form.earlier} />}
      {isOpen && <p class="sub">{t('rounds.open-already')}</p>}
      <form
        class="rounds-form"
        method="post"
        action={round ? to.roundPart(code, round.id, 'edit') : to.newRound(code)}
        novalidate
      >
        <input type="hidden" name="revision" value={String(revision)} />
        <WhatFields frame={frame} troubles={troubles} form={form} given={given} isOpen={isOpen} />
        <When frame={frame} troubles={troubles} given={given} isOpen={isOpen} />
        <AsksFields frame={frame} troubles={troubles} given={given} isOpen={isOpen} />
        {!isOpen && <WhomFields frame={frame} troubles={troubles} form={form} given={given} code={code} />}
        <Guidance frame={frame} troubles={troubles} given={given} />
        <p class="buttons">
          <button type="submit" class="primary">
            {t(isOpen ? 'rounds.save-open' : 'rounds.save')}
          </button>
          {isOpen && round && (
            <a class="button plain" href={to.round(code, round.id)}>
              {t('rounds.back-to-board')}
            </a>
          )}
        </p>
      </form>
    </RoundsLayout>
  )
}

type CopyProps = { frame: Frame; code: string; earlier: readonly CollectionRound[] }

/** 前の照会を写す。年度だけを進めて、ほかは写す。 */
const CopyFrom = ({ frame, code, earlier }: CopyProps) =>
  earlier.length === 0 ? null : (
    <form class="rounds-copy" method="get" action={frame.to.newRound(code)}>
      <label for="copy">{frame.t('rounds.copy-from')}</label>
      <select id="copy" name="copy">
        {earlier.map(({ id, title }) => (
          <option value={id} lang={frame.lang === 'ja' ? undefined : 'ja'}>
            {title}
          </option>
        ))}
      </select>
      <button type="submit">{frame.t('rounds.copy-do')}</button>
    </form>
  )

type PartProps = { frame: Frame; troubles: readonly RoundTrouble[]; given: RoundGiven; isOpen: boolean }

const When = ({ frame, troubles, given, isOpen }: PartProps) => {
  const { t } = frame
  return (
    <section aria-labelledby="when">
      <h2 id="when">{t('rounds.section-when')}</h2>
      {!isOpen && (
        <fieldset>
          <legend>{t('rounds.field-approval')}</legend>
          <Tick kind="radio" name="approval" value="yes" checked={given.approval}>
            {t('rounds.approval-yes')}
          </Tick>
          <Tick kind="radio" name="approval" value="no" checked={!given.approval}>
            {t('rounds.approval-no')}
          </Tick>
        </fieldset>
      )}
      <div class="rounds-days">
        <DayField frame={frame} troubles={troubles} field="enter" value={given.enter} hint="rounds.hint-day" required />
        {(!isOpen || given.approval) && (
          <DayField
            frame={frame}
            troubles={troubles}
            field="approve"
            value={given.approve}
            hint="rounds.hint-day-optional"
          />
        )}
        <DayField
          frame={frame}
          troubles={troubles}
          field="accept"
          value={given.accept}
          hint="rounds.hint-day-optional"
        />
      </div>
    </section>
  )
}

const Guidance = ({ frame, troubles, given }: Omit<PartProps, 'isOpen'>) => (
  <section aria-labelledby="guidance-title">
    <h2 id="guidance-title">{frame.t('rounds.section-guidance')}</h2>
    <div class="field">
      <label for="guidance">{frame.t('rounds.field-guidance')}</label>
      <p class="hint" id="hint-guidance">
        {frame.t('rounds.hint-guidance')}
      </p>
      <FieldError frame={frame} troubles={troubles} field="guidance" />
      <textarea
        id="guidance"
        name="guidance"
        rows={5}
        lang={frame.lang === 'ja' ? undefined : 'ja'}
        {...marks(troubles, 'guidance', true)}
      >
        {given.guidance}
      </textarea>
    </div>
  </section>
)
