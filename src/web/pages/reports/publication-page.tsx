import type { Municipality } from '#domain/people/municipality.ts'
import type { Edition } from '#domain/plan/edition.ts'
import { momentInWords } from '#domain/year/moment.ts'
import { reportTitles, writeChoices } from '#operations/reports/choices.ts'
import type { FormChoice } from '#operations/reports/make-report.ts'
import type { Publication } from '#operations/reports/publications.ts'
import { Layout } from '../../components/layout.tsx'
import { Own } from '../../components/own-words.tsx'
import { Changes } from '../../components/report/changes.tsx'
import { choicesLine } from '../../components/report/choices-in-words.ts'
import { sizeInWords } from '../../components/report/size-words.ts'
import { Scroll } from '../../components/scroll.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

export type PublicationView = {
  readonly municipality: Municipality
  readonly publication: Publication
  /** もとの計画。取り消してなくなったものは undefined（公表の記録は残る）。 */
  readonly edition: Edition | undefined
  readonly asks: FormChoice['asks']
  /** 訂正した前の公表と、これを訂正した公表。 */
  readonly corrects: Publication | undefined
  readonly correctedBy: Publication | undefined
}

type Props = { frame: Frame; view: PublicationView }

export const publicationPage = (frame: Frame, view: PublicationView): string =>
  String(<PublicationPage frame={frame} view={view} />)

/** 公表一つ。公表したときのまま見られ、ファイルの指紋が控えてある。 */
const PublicationPage = ({ frame, view }: Props) => {
  const { t, to } = frame
  const { municipality, publication, corrects, correctedBy } = view
  const page = publication.files.find(({ format }) => format === 'html')
  return (
    <Layout
      frame={frame}
      title={publication.title}
      municipality={municipality}
      edition={view.edition}
      crumbs={cityPlaceCrumbs(
        frame,
        municipality,
        { words: t('publications.title'), href: to.publications(municipality.code) },
        { words: publication.title, own: true },
      )}
    >
      <h1>
        <Own frame={frame}>{publication.title}</Own>
      </h1>
      <p class="sub">
        {t('publication.number', { number: publication.number })}{' '}
        {t('publication.frozen', { at: momentInWords(publication.publishedAt), by: publication.publishedBy })}
      </p>
      {correctedBy && (
        <section class="notice" aria-label={t('publication.corrected-by')}>
          <p>
            {t('publication.corrected-by')} <Linked frame={frame} publication={correctedBy} code={municipality.code} />
          </p>
        </section>
      )}
      {corrects && (
        <p>
          {t('publication.corrects')} <Linked frame={frame} publication={corrects} code={municipality.code} />
        </p>
      )}
      {publication.note !== '' && (
        <p class="note-text">
          <Own frame={frame}>{publication.note}</Own>
        </p>
      )}
      {page && (
        <p class="buttons">
          <a class="button primary" href={to.publishedFile(municipality.code, publication.id, page.fileName)}>
            {t('publication.see')}
          </a>
        </p>
      )}
      <Facts frame={frame} view={view} />
      {publication.changes.length > 0 && (
        <section aria-labelledby="changes">
          <h2 id="changes">{t('publication.changes')}</h2>
          <Changes frame={frame} changes={publication.changes} labelledby="changes" />
        </section>
      )}
      <Files frame={frame} view={view} />
      <Correct frame={frame} view={view} />
    </Layout>
  )
}

type LinkedProps = { frame: Frame; publication: Publication; code: string }

const Linked = ({ frame, publication: { id, number, title }, code }: LinkedProps) => (
  <a href={frame.to.publication(code, id)}>
    {frame.t('publication.number', { number })} <Own frame={frame}>{title}</Own>
  </a>
)

const Facts = ({ frame, view: { publication, edition, asks } }: Props) => {
  const { t, to } = frame
  return (
    <dl class="frozen-facts">
      {edition && (
        <>
          <dt>{t('publish.plan')}</dt>
          <dd>
            <a href={to.plan(edition.municipality.code, edition.id)}>
              <Own frame={frame}>{edition.title}</Own>
            </a>
          </dd>
        </>
      )}
      <dt>{t('publish.form')}</dt>
      <dd>
        <Own frame={frame}>{reportTitles[publication.form]}</Own>
      </dd>
      {edition && (
        <>
          <dt>{t('publish.choices')}</dt>
          <dd>{choicesLine(frame, edition, asks, publication.choices)}</dd>
        </>
      )}
      <dt>{t('publication.contents-hash')}</dt>
      <dd class="hash">{publication.sha256}</dd>
    </dl>
  )
}

/** 人の読む HTML を先に、データを後に。 */
const inOrder = (files: Publication['files']): Publication['files'] =>
  files.toSorted((a, b) => Number(b.format === 'html') - Number(a.format === 'html'))

const remade = ['pdf', 'xlsx', 'docx'] as const

/** 凍らせたファイルは同じバイト列のまま、PDF・Excel・Word は凍らせた中身から同じ値で作り直す。 */
const Files = ({ frame, view: { municipality, publication } }: Props) => {
  const { t, to } = frame
  return (
    <section aria-labelledby="files">
      <h2 id="files">{t('publication.files')}</h2>
      <p class="remake">
        {remade.map((format) => (
          <a class="button" href={to.publicationIn(municipality.code, publication.id, format)}>
            {t(`report.download-${format}`)}
          </a>
        ))}
      </p>
      <p class="hint">{t('publication.remade')}</p>
      <Scroll labelledby="files">
        <table class="plain report-list">
          <thead>
            <tr>
              <th scope="col">{t('publication.file')}</th>
              <th scope="col" class="n">
                {t('publication.size')}
              </th>
              <th scope="col">{t('publication.hash')}</th>
            </tr>
          </thead>
          <tbody>
            {inOrder(publication.files).map(({ fileName, bytes, sha256 }) => (
              <tr>
                <th scope="row">
                  <a href={to.publishedFile(municipality.code, publication.id, fileName)}>
                    <Own frame={frame}>{fileName}</Own>
                  </a>
                </th>
                <td class="n">{sizeInWords(frame, bytes)}</td>
                <td class="hash">{sha256}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

/** 訂正は、もとの計画のいまの値から作る新しい公表。もう訂正されたものは、新しいほうを訂正する。 */
const Correct = ({ frame, view: { municipality, publication, edition } }: Props) => {
  if (!edition || publication.correctedBy) return null
  const choices = writeChoices(publication.choices)
  choices.set('corrects', publication.id)
  return (
    <p class="buttons">
      <a class="button" href={frame.to.reportPublish(municipality.code, edition.id, publication.form, choices)}>
        {frame.t('publication.correct')}
      </a>
    </p>
  )
}
