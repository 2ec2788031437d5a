import {
  givenOfReferral,
  type ReferralField,
  type ReferralGiven,
  type ReferralTrouble,
} from '#domain/committee/read-referral.ts'
import type { Referral } from '#domain/committee/referral.ts'
import type { ReferralForm } from '#operations/committee/referrals-view.ts'
import { CommitteeLayout } from '../../components/committee/committee-layout.tsx'
import { FieldError } from '../../components/committee/field-error.tsx'
import { SubjectsFields } from '../../components/committee/subjects-fields.tsx'
import { Own } from '../../components/own-words.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { marks } from '../../components/rounds/form-fields.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { type Frame, type WebCode, yearInWords } from '../../frame.ts'

export type FormProps = {
  readonly frame: Frame
  readonly form: ReferralForm
  readonly given: ReferralGiven
  readonly troubles: readonly ReferralTrouble[]
  /** 見ていたあいだに、ほかの人が変えた付議。 */
  readonly meanwhile?: Referral | undefined
}

export const referralFormPage = (props: FormProps): string => String(<FormPage {...props} />)

/** 付議を作る・直す頁。 */
const FormPage = (props: FormProps) => {
  const { frame, form, given, troubles, meanwhile } = props
  const { t, to } = frame
  const { referral, edition, municipality } = form
  const code = municipality.code
  const title = t(referral ? 'committee.edit-title' : 'committee.new-title')
  const crumbs = [
    ...(referral ? [{ words: referral.title, href: to.referral(code, referral.id), own: true }] : []),
    { words: title },
  ]
  return (
    <CommitteeLayout frame={frame} municipality={municipality} title={title} crumbs={crumbs}>
      <Troubles frame={frame} troubles={troubles} />
      {meanwhile && <Conflict {...props} now={meanwhile} />}
      {!referral && form.editions.length > 1 && <ChoosePlan frame={frame} form={form} />}
      <form
        class="committee-form"
        method="post"
        action={referral ? to.referral(code, referral.id, 'edit') : to.referral(code, 'new')}
        novalidate
      >
        <input type="hidden" name="revision" value={String(meanwhile?.revision ?? referral?.revision ?? 0)} />
        <input type="hidden" name="edition" value={edition.id} />
        <p class="sub">
          {t('committee.field-plan')} <Own frame={frame}>{edition.title}</Own>
        </p>
        <Line {...props} name="title" field="title" value={given.title} hint="committee.hint-title" />
        <Line {...props} name="body" field="body" value={given.body} hint="committee.hint-body" />
        {(!referral || referral.status === 'draft') && <YearField {...props} />}
        <Line
          {...props}
          day
          name="meetingOn"
          field="meeting-on"
          value={given.meetingOn}
          hint="committee.hint-day-optional"
        />
        <Line {...props} day name="closesOn" field="closes-on" value={given.closesOn} hint="committee.hint-closes-on" />
        <SubjectsFields frame={frame} form={form} given={given} troubles={troubles} />
        <div class="field">
          <label for="guidance">{t('committee.field-guidance')}</label>
          <p class="hint" id="hint-guidance">
            {t('committee.hint-guidance')}
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
        <p class="buttons">
          <button type="submit" class="primary">
            {t('committee.save')}
          </button>
        </p>
      </form>
    </CommitteeLayout>
  )
}

const Troubles = ({ frame, troubles }: Pick<FormProps, 'frame' | 'troubles'>) =>
  troubles.length === 0 ? null : (
    <section class="notice" role="alert" aria-labelledby="troubles">
      <h2 id="troubles">{frame.t('committee.fix')}</h2>
      <ul>
        {troubles.map(({ field, problem }) => (
          <li>
            <a href={`#${field}`}>
              <ProblemWords frame={frame} problem={problem} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )

/** 計画が二つ以上あるとき、どれを付議するか。 */
const ChoosePlan = ({ frame, form }: Pick<FormProps, 'frame' | 'form'>) => (
  <form class="committee-plans" method="get" action={frame.to.referral(form.municipality.code, 'new')}>
    <label for="edition">{frame.t('committee.field-plan')}</label>
    <select id="edition" name="edition">
      {form.editions.map(({ id, title }) => (
        <option value={id} selected={id === form.edition.id} lang={frame.lang === 'ja' ? undefined : 'ja'}>
          {title}
        </option>
      ))}
    </select>
    <button type="submit">{frame.t('committee.choose-plan')}</button>
  </form>
)

type FieldProps = FormProps & { name: string; field: ReferralField; value: string; hint: WebCode; day?: boolean }

/** 欄一つ。名・助けの文・直すところ・欄。`day` なら日の欄（日の欄のないブラウザーでは、字で打てる）。 */
const Line = ({ frame, troubles, name, field, value, hint, day = false }: FieldProps) => (
  <div class="field">
    <label for={field}>{frame.t(fieldWords[field])}</label>
    <p class="hint" id={`hint-${field}`}>
      {frame.t(hint)}
    </p>
    <FieldError frame={frame} troubles={troubles} field={field} />
    <input
      type={day ? 'date' : 'text'}
      id={field}
      name={name}
      value={value}
      autocomplete="off"
      required={!day}
      lang={day || frame.lang === 'ja' ? undefined : 'ja'}
      {...marks(troubles, field, true)}
    />
  </div>
)

const YearField = ({ frame, form, given, troubles }: FormProps) => {
  const years = form.years.length > 0 ? form.years : [Number(form.today.slice(0, 4)) - 1]
  return (
    <div class="field">
      <label for="year">{frame.t('committee.field-year')}</label>
      <FieldError frame={frame} troubles={troubles} field="year" />
      <select id="year" name="year" {...marks(troubles, 'year')}>
        {years.map((year) => (
          <option value={String(year)} selected={String(year) === given.year}>
            {yearInWords(frame, year)}
          </option>
        ))}
      </select>
    </div>
  )
}

const fieldWords = {
  title: 'committee.field-title',
  body: 'committee.field-body',
  year: 'committee.field-year',
  'meeting-on': 'committee.field-meeting-on',
  'closes-on': 'committee.field-closes-on',
  guidance: 'committee.field-guidance',
  subjects: 'committee.field-subjects',
} as const satisfies Record<ReferralField, WebCode>

/** ほかの人が先に直していたとき。違うところを並べる。打ったものは下の欄に残っている。 */
const Conflict = ({ frame, given, now }: FormProps & { now: Referral }) => {
  const { t } = frame
  const theirs = givenOfReferral(now)
  const rows = (
    [
      ['title', theirs.title, given.title],
      ['body', theirs.body, given.body],
      ['year', theirs.year, given.year],
      ['meeting-on', theirs.meetingOn, given.meetingOn],
      ['closes-on', theirs.closesOn, given.closesOn],
      ['guidance', theirs.guidance, given.guidance],
      ['subjects', subjectsInWords(frame, theirs), subjectsInWords(frame, given)],
    ] as const
  ).filter(([, a, b]) => a !== b)
  return (
    <section class="notice" role="alert" aria-labelledby="conflict">
      <h2 id="conflict">{t('committee.conflict')}</h2>
      <p>{t('committee.conflict-lead')}</p>
      <Scroll labelledby="conflict">
        <table class="plain">
          <thead>
            <tr>
              <th scope="col">{t('committee.conflict-field')}</th>
              <th scope="col">{t('committee.conflict-now')}</th>
              <th scope="col">{t('committee.conflict-yours')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(([field, a, b]) => (
              <tr>
                <th scope="row">{t(fieldWords[field])}</th>
                <td>
                  <Own frame={frame}>{a === '' ? '―' : a}</Own>
                </td>
                <td>
                  <Own frame={frame}>{b === '' ? '―' : b}</Own>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

const subjectsInWords = ({ t }: Frame, { chooses, subjects }: ReferralGiven): string =>
  chooses ? `${t('committee.subjects-chosen')} ${subjects.length}` : t('committee.subjects-all')
