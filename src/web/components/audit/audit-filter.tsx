import { auditActs, auditGroups } from '#domain/audit/audit-act.ts'
import { auditActInWords, auditGroupInWords } from '#domain/audit/in-words.ts'
import type { AuditAsked } from '#operations/audit/asked.ts'
import type { Frame } from '../../frame.ts'

type Props = { frame: Frame; code: string; asked: AuditAsked; clearable: boolean }

/** 監査記録の絞り込み。番地に載るので、そのまま人に渡せる。 */
export const AuditFilterForm = ({ frame, code, asked, clearable }: Props) => {
  const { t, to, lang } = frame
  return (
    <form class="audit-filter" method="get" action={to.audit(code)} aria-label={t('audit.filter')}>
      <label>
        <span>{t('audit.by')}</span>
        <input name="by" value={asked.by} placeholder={t('audit.by-hint')} autocomplete="off" />
      </label>
      <label>
        <span>{t('audit.act')}</span>
        <select name="act">
          <option value="">{t('audit.act-any')}</option>
          {auditGroups.map((group) => {
            const name = auditGroupInWords(group, lang)
            return (
              <optgroup label={name}>
                <option value={group} selected={asked.act === group}>
                  {t('audit.act-all-of', { group: name })}
                </option>
                {auditActs[group].map((act) => (
                  <option value={act} selected={asked.act === act}>
                    {auditActInWords(act, lang)}
                  </option>
                ))}
              </optgroup>
            )
          })}
        </select>
      </label>
      <label class="audit-filter-wide">
        <span>{t('audit.about')}</span>
        <input name="about" value={asked.about} placeholder={t('audit.about-hint')} autocomplete="off" />
      </label>
      <label>
        <span>{t('audit.from')}</span>
        <input type="date" name="from" value={asked.from} />
      </label>
      <label>
        <span>{t('audit.to')}</span>
        <input type="date" name="to" value={asked.to} />
      </label>
      <p class="audit-filter-do">
        <button type="submit" class="primary">
          {t('audit.narrow')}
        </button>
        {clearable && <a href={to.audit(code)}>{t('audit.clear')}</a>}
      </p>
    </form>
  )
}
