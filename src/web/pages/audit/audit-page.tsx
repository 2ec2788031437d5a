import type { Municipality } from '#domain/people/municipality.ts'
import { type Problem, problemInWords, type Result } from '#domain/problem.ts'
import type { AuditAsked } from '#operations/audit/asked.ts'
import type { AuditView } from '#operations/audit/view-audit.ts'
import { AuditEntryItem } from '../../components/audit/audit-entry.tsx'
import { AuditFilterForm } from '../../components/audit/audit-filter.tsx'
import { Layout } from '../../components/layout.tsx'
import { Spoken } from '../../components/spoken.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

/** 鎖を確かめた答え。 */
export type ChainChecked = Result<{ readonly entries: number; readonly hash: string }>

type Props = {
  frame: Frame
  municipality: Municipality
  asked: AuditAsked
  /** 尋ねが読めないときは、わけ。 */
  view: Result<AuditView>
  /** いちばん新しい頁でない。 */
  deep: boolean
  /** いま確かめた鎖。 */
  chain: ChainChecked | null
}

export const auditPage = (props: Props): string => String(<AuditPage {...props} />)

const AuditPage = ({ frame, municipality, asked, view, deep, chain }: Props) => {
  const { t } = frame
  const { code } = municipality
  const title = t('audit.title')
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(frame, municipality, { words: title })}
    >
      <h1>{title}</h1>
      <p class="sub">{t('audit.lead')}</p>
      {chain && <Checked frame={frame} chain={chain} />}
      <AuditFilterForm frame={frame} code={code} asked={asked} clearable={deep || Object.values(asked).some(Boolean)} />
      {view.ok ? (
        <Entries frame={frame} code={code} asked={asked} view={view.value} deep={deep} />
      ) : (
        <Trouble frame={frame} problem={view.problem} />
      )}
      <Chain frame={frame} code={code} />
    </Layout>
  )
}

const Trouble = ({ frame, problem }: { frame: Frame; problem: Problem }) => (
  <p class="audit-trouble" role="alert">
    <Spoken frame={frame} words={problemInWords(problem, frame.lang)} />
  </p>
)

type EntriesProps = Pick<Props, 'frame' | 'asked' | 'deep'> & { code: string; view: AuditView }

const Entries = ({ frame, code, asked, view, deep }: EntriesProps) => {
  const { t, to } = frame
  const { rows, found, all, names, older } = view
  return (
    <section aria-labelledby="entries">
      <h2 id="entries">{t('audit.entries')}</h2>
      <p>{found === all ? t('audit.count-all', { all }) : t('audit.count', { all, found })}</p>
      {rows.length === 0 ? (
        <p class="empty">{t('audit.none')}</p>
      ) : (
        <ol class="audit-list" reversed start={rows[0]?.number}>
          {rows.map((row) => (
            <AuditEntryItem frame={frame} code={code} row={row} names={names} />
          ))}
        </ol>
      )}
      {(older !== null || deep) && (
        <nav class="audit-pages" aria-label={t('audit.pages')}>
          {older !== null && <a href={to.audit(code, { ...asked, below: older })}>{t('audit.older')}</a>}
          {deep && <a href={to.audit(code, asked)}>{t('audit.newest')}</a>}
        </nav>
      )}
      {found > 0 && (
        <section class="audit-export" aria-labelledby="export">
          <h2 id="export">{t('audit.export')}</h2>
          <p>{t('audit.export-lead', { found })}</p>
          <p class="audit-files">
            <a class="button" href={to.auditFile(code, 'csv', asked)}>
              {t('audit.export-csv')}
            </a>
            <a class="button" href={to.auditFile(code, 'json', asked)}>
              {t('audit.export-json')}
            </a>
          </p>
        </section>
      )}
    </section>
  )
}

const Chain = ({ frame, code }: { frame: Frame; code: string }) => (
  <section class="audit-chain" aria-labelledby="chain">
    <h2 id="chain">{frame.t('audit.chain')}</h2>
    <p>{frame.t('audit.chain-lead')}</p>
    <form method="post" action={`${frame.to.audit(code)}/verify`}>
      <button type="submit">{frame.t('audit.chain-verify')}</button>
    </form>
  </section>
)

const Checked = ({ frame, chain }: { frame: Frame; chain: ChainChecked }) =>
  chain.ok ? (
    <p class="audit-good" role="status">
      {frame.t('audit.chain-good', chain.value)}
    </p>
  ) : (
    <div class="audit-trouble" role="alert">
      <p>
        <strong>{frame.t('audit.chain-bad')}</strong>{' '}
        <Spoken frame={frame} words={problemInWords(chain.problem, frame.lang)} />
      </p>
      <p>{frame.t('audit.chain-bad-next')}</p>
    </div>
  )
