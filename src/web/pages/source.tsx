import { placeInWords } from '#domain/provenance.ts'
import type { SourceView } from '#operations/view-source.ts'
import { Citations } from '../components/citations.tsx'
import { Layout } from '../components/layout.tsx'
import { SourceLines } from '../components/source-lines.tsx'
import { SourceSheet } from '../components/source-sheet.tsx'
import { type Frame, periodInWords } from '../frame.ts'

type Props = { frame: Frame; view: SourceView; municipality: { code: string; name: string } }

/** 出典。読み取った図書そのもの。引いた行・セルに印を付ける。 */
export const SourcePage = ({ frame, view, municipality }: Props) => {
  const { record, document, edition } = view
  return (
    <Layout
      frame={frame}
      title={record.file}
      municipality={municipality}
      edition={edition}
      crumbs={[
        { words: frame.t('cities.title'), href: frame.to.cities() },
        { words: municipality.name, href: frame.to.city(municipality.code), own: true },
        ...(edition ? [{ words: edition.title, href: frame.to.plan(municipality.code, edition.id), own: true }] : []),
        { words: frame.t('source.title') },
      ]}
      wide
    >
      <h1>{frame.t('source.title')}</h1>
      <p class="sub">
        <span lang="ja">{record.file}</span>{' '}
        <small>
          {frame.t('source.about', {
            date: record.adoptedAt.slice(0, 10),
            bytes: record.bytes.toLocaleString('ja-JP'),
            sha: record.sha256.slice(0, 12),
          })}
          {edition && ` ${periodInWords(frame, edition.firstYear, edition.lastYear)}`}
        </small>
      </p>
      {view.rebuilt && <p class="empty small">{frame.t('source.rebuilt')}</p>}
      <Hint frame={frame} view={view} />
      {document.format === 'xlsx' && view.citedLine && <Citations frame={frame} view={view} />}
      <Sheets frame={frame} view={view} municipality={municipality} />
      <Window frame={frame} view={view} municipality={municipality} />
      {document.format === 'xlsx' ? (
        <SourceSheet frame={frame} view={view} />
      ) : (
        <SourceLines frame={frame} view={view} />
      )}
      <Window frame={frame} view={view} municipality={municipality} />
    </Layout>
  )
}

/** 印の付け方、または番地の所在が見つからないこと。見つかったときは、その行への道。 */
const Hint = ({ frame, view: { place, citedLine } }: Omit<Props, 'municipality'>) => {
  if (!place) return <p class="summary">{frame.t('source.no-place')}</p>
  const words = placeInWords(place, frame.lang)
  return citedLine ? (
    <p class="summary">
      <a href={'line' in place ? `#L${place.line}` : '#cited'}>{frame.t('source.jump', { place: words })}</a>
    </p>
  ) : (
    <p class="summary">{frame.t('source.not-found', { place: words })}</p>
  )
}

/** シートの切り替え。 */
const Sheets = ({ frame, view: { document, record, pageIndex }, municipality }: Props) =>
  document.pages.length < 2 ? null : (
    <nav class="tabs" aria-label={frame.t('source.sheets')}>
      <ul>
        {document.pages.slice(0, sheetsAtOnce).map(({ name }, index) => (
          <li>
            <a
              href={`${frame.to.source(municipality.code, record.sha256)}?sheet=${encodeURIComponent(name ?? '')}`}
              aria-current={index === pageIndex ? 'page' : undefined}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )

const sheetsAtOnce = 100

/** 長い図書を前後へ送る。 */
const Window = ({ frame, view: { window, record }, municipality }: Props) => {
  const { from, to, of } = window
  if (from === 0 && to === of) return null
  const href = (line: number) => `${frame.to.source(municipality.code, record.sha256)}?from=${line}`
  return (
    <nav class="window" aria-label={frame.t('source.window')}>
      {from > 0 && <a href={href(Math.max(1, from - (to - from) + 1))}>{frame.t('source.earlier')}</a>}
      <span>{frame.t('source.lines', { from: from + 1, to, of })}</span>
      {to < of && <a href={href(to + 1)}>{frame.t('source.later')}</a>}
    </nav>
  )
}
