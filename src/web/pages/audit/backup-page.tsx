import type { Municipality } from '#domain/people/municipality.ts'
import { Layout } from '../../components/layout.tsx'
import { cityPlaceCrumbs } from '../../crumb-trail.ts'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; municipality: Municipality }

export const backupPage = (frame: Frame, municipality: Municipality): string =>
  String(<BackupPage frame={frame} municipality={municipality} />)

/** 市の書き出しと、しるべ全体の控えの取りかた。 */
const BackupPage = ({ frame, municipality }: Props) => {
  const { t, to } = frame
  const title = t('audit.backup-title')
  return (
    <Layout
      frame={frame}
      title={title}
      municipality={municipality}
      crumbs={cityPlaceCrumbs(
        frame,
        municipality,
        { words: t('notices.settings'), href: to.citySettings(municipality.code) },
        { words: title },
      )}
    >
      <h1>{title}</h1>
      <section aria-labelledby="city">
        <h2 id="city">{t('audit.backup-city')}</h2>
        <p>{t('audit.backup-city-lead')}</p>
        <p class="audit-guard">{t('audit.backup-guard')}</p>
        <form method="post" action={to.citySettings(municipality.code, 'backup')}>
          <button type="submit" class="primary">
            {t('audit.backup-city-do')}
          </button>
        </form>
      </section>
      <section aria-labelledby="whole">
        <h2 id="whole">{t('audit.backup-whole')}</h2>
        <p>{t('audit.backup-whole-lead')}</p>
        <pre class="audit-command">shirube backup -o shirube-backup.shirube</pre>
        <p>{t('audit.backup-whole-restore')}</p>
        <pre class="audit-command">shirube restore shirube-backup.shirube --data new-folder</pre>
      </section>
    </Layout>
  )
}
