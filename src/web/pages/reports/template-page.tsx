import type { Edition } from '#domain/plan/edition.ts'
import type { Problem, Result } from '#domain/problem.ts'
import { momentInWords } from '#domain/year/moment.ts'
import type { ReportChoices } from '#operations/reports/choices.ts'
import type { KeptTemplate, TemplateCheck } from '#operations/reports/templates.ts'
import type { ReportChoiceLists } from '#operations/view-report-choices.ts'
import { Own } from '../../components/own-words.tsx'
import { ChoiceFields } from '../../components/report/choices-form.tsx'
import { DeleteForm } from '../../components/report/delete-form.tsx'
import { ProblemWords } from '../../components/report/problem-words.tsx'
import { ReportLayout } from '../../components/report/report-layout.tsx'
import { sizeInWords } from '../../components/report/size-words.ts'
import type { Frame } from '../../frame.ts'

export type TemplateView = {
  readonly edition: Edition
  readonly template: KeptTemplate
  readonly check: Result<TemplateCheck>
  readonly choices: ReportChoices
  readonly lists: ReportChoiceLists
  /** この載せ方では値を入れられないわけ。 */
  readonly problem?: Problem | undefined
}

type Props = { frame: Frame; view: TemplateView }

export const templatePage = (frame: Frame, view: TemplateView): string =>
  String(<TemplatePage frame={frame} view={view} />)

/** 市の様式に値を入れるときに尋ねること。 */
const asks = [
  'documentNumber',
  'asOf',
  'year',
  'years',
  'goals',
  'departments',
  'yearStyle',
  'rules',
] as const satisfies readonly (keyof ReportChoices)[]

/** 市の様式一つ。載せ方を決めると、値の入ったファイルになる。 */
const TemplatePage = ({ frame, view }: Props) => {
  const { edition, template, check, choices, lists, problem } = view
  const { t, to } = frame
  const code = edition.municipality.code
  return (
    <ReportLayout
      frame={frame}
      edition={edition}
      title={template.name}
      heading={<Own frame={frame}>{template.name}</Own>}
      crumbs={[
        { words: t('templates.title'), href: to.templates(code, edition.id) },
        { words: template.name, own: true },
      ]}
    >
      <p class="sub">
        <Own frame={frame}>{template.file}</Own> {sizeInWords(frame, template.bytes)} {momentInWords(template.addedAt)}{' '}
        <Own frame={frame}>{template.addedBy}</Own>
      </p>
      {problem && (
        <section class="notice" aria-labelledby="cannot">
          <h2 id="cannot">{t('report.cannot')}</h2>
          <p class="note-text">
            <ProblemWords frame={frame} problem={problem} />
          </p>
        </section>
      )}
      {check.ok ? (
        <>
          {check.value.notes.length > 0 && <Notes frame={frame} notes={check.value.notes} />}
          <form class="report-choices" method="get" action={to.templatePart(code, edition.id, template.id, 'filled')}>
            <p class="lead">{t('template.lead')}</p>
            <ChoiceFields frame={frame} asks={asks} choices={choices} lists={lists} />
            <p class="buttons">
              <button type="submit" class="primary">
                {t('template.fill')}
              </button>
            </p>
          </form>
          <details>
            <summary>{t('templates.fields')}</summary>
            <p>
              <Own frame={frame}>{check.value.fields.join('、')}</Own>
            </p>
          </details>
        </>
      ) : (
        <p class="error note-text">
          <ProblemWords frame={frame} problem={check.problem} />
        </p>
      )}
      <p>
        <a href={to.templatePart(code, edition.id, template.id, 'original')}>{t('template.original')}</a>
      </p>
      <DeleteForm
        frame={frame}
        action={to.templatePart(code, edition.id, template.id, 'delete')}
        name={template.name}
        words={t('template.delete')}
      />
    </ReportLayout>
  )
}

const Notes = ({ frame, notes }: { frame: Frame; notes: readonly Problem[] }) => (
  <section aria-labelledby="warnings">
    <h2 id="warnings">{frame.t('templates.warnings')}</h2>
    <ul>
      {notes.map((note) => (
        <li>
          <ProblemWords frame={frame} problem={note} />
        </li>
      ))}
    </ul>
  </section>
)
