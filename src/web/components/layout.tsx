import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Municipality } from '#domain/people/municipality.ts'
import { permits } from '#domain/people/permission.ts'
import type { EditionHeading } from '#domain/plan/edition.ts'
import { inOtherLanguage } from '../addresses.ts'
import { type Frame, yearsShown } from '../frame.ts'
import { type Crumb, Crumbs } from './crumbs.tsx'
import { OldEditionBand } from './lineage/old-edition-band.tsx'
import { Own } from './own-words.tsx'
import { shapes } from './shapes.ts'

type Props = {
  frame: Frame
  title: string
  municipality?: Municipality | undefined
  edition?: EditionHeading | undefined
  crumbs?: readonly Crumb[]
  /** 幅いっぱいに使う頁（一覧表・出典）。 */
  wide?: boolean
  /** 頁に要る台本（`src/web/islands/<名>.ts`）。なくても頁は使える。 */
  scripts?: readonly string[]
  /** 探す欄に入れておくことば。 */
  q?: string
  /** 頭も足もパンくずも出さない頁（会議の大きな画面）。 */
  bare?: boolean
  /** 頭に足すもの。 */
  head?: Child
  children?: Child
}

/** すべての頁の枠。本文への道、製品名、市と計画、パンくず、ことばの切り替え。 */
export const Layout = ({
  frame,
  title,
  municipality,
  edition,
  crumbs = [],
  wide = false,
  scripts = [],
  q = '',
  bare = false,
  head,
  children,
}: Props) => (
  <>
    {raw('<!DOCTYPE html>')}
    <html lang={frame.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{pageTitle(frame, title, municipality)}</title>
        {frame.styles.map((href) => (
          <link rel="stylesheet" href={href} />
        ))}
        {scripts.map((name) => (
          <script type="module" src={frame.script(name)} />
        ))}
        {frame.icon && <link rel="icon" type="image/svg+xml" href={frame.icon} />}
        {head}
      </head>
      <body class={bare ? 'bare' : wide ? 'wide' : undefined}>
        {raw(shapes)}
        <a class="skip" href="#main">
          {frame.t('frame.skip')}
        </a>
        {!bare && <Header frame={frame} municipality={municipality} edition={edition} q={q} />}
        {!bare && <Crumbs frame={frame} crumbs={crumbs} />}
        <main id="main" tabindex={-1}>
          {edition && <OldEditionBand frame={frame} edition={edition} />}
          {children}
        </main>
        {!bare && (
          <footer class="foot">
            <YearsChoice frame={frame} />
            <p>{frame.t('frame.foot')}</p>
          </footer>
        )}
        {/* 書体の宣言は大きい。頭に置くと、遅い線では届くまで一字も見えないので、本文のあとに置く。 */}
        {frame.fonts && <link rel="stylesheet" href={frame.fonts} />}
      </body>
    </html>
  </>
)

const pageTitle = (frame: Frame, title: string, municipality: Municipality | undefined): string =>
  [title, ...(municipality && municipality.name !== title ? [municipality.name] : []), frame.t('frame.product')].join(
    ' - ',
  )

/** 年の書き方を選ぶ。ボタン一つで、いまの頁に戻る。 */
const YearsChoice = ({ frame }: { frame: Frame }) => (
  <form class="years-choice" method="post" action={frame.to.years()}>
    <input type="hidden" name="back" value={frame.path} />
    <fieldset>
      <legend>{frame.t('frame.years')}</legend>
      {yearsShown.map((each) => (
        <button type="submit" name="years" value={each} aria-pressed={each === frame.years ? 'true' : 'false'}>
          {frame.t(`frame.years-${each}`)}
        </button>
      ))}
    </fieldset>
  </form>
)

const Header = ({ frame, municipality, edition, q }: Pick<Props, 'frame' | 'municipality' | 'edition' | 'q'>) => (
  <header class="head">
    <a class="product" href={frame.to.cities()}>
      {frame.t('frame.product')}
    </a>
    {municipality && (
      <p class="whose">
        <a href={frame.to.city(municipality.code)}>
          <Own frame={frame}>{municipality.name}</Own>
        </a>
        {edition && (
          <a class="plan" href={frame.to.plan(municipality.code, edition.id)}>
            <Own frame={frame}>{edition.title}</Own>
          </a>
        )}
      </p>
    )}
    {municipality && (
      <search>
        <form class="find" method="get" action={frame.to.search(municipality.code)}>
          <input
            type="search"
            name="q"
            value={q}
            autocomplete="off"
            aria-label={frame.t('frame.find-in', { name: municipality.name })}
            placeholder={frame.t('frame.find-words')}
          />
          <button type="submit">{frame.t('cities.find')}</button>
        </form>
      </search>
    )}
    <Visitor frame={frame} municipality={municipality} />
    <a class="language" href={inOtherLanguage(frame.path)} lang={frame.lang === 'ja' ? 'en' : 'ja'}>
      {frame.lang === 'ja' ? 'English' : '日本語'}
    </a>
  </header>
)

/** 訪れた人：仕事への道と、ログイン・ログアウト。利用者のまだいないしるべでは、仕事への道だけ。 */
const Visitor = ({ frame, municipality }: Pick<Props, 'frame' | 'municipality'>) => {
  const { person, to, t } = frame
  const known = person.kind === 'member' || person.kind === 'demonstration'
  // ログインしていても、この市の役がなければ、この市での仕事はない。
  const works = person.kind === 'workbench' || person.grants.length > 0
  return (
    <nav class="visitor" aria-label={t('frame.you')}>
      {municipality && works && <a href={to.work(municipality.code)}>{t('frame.work')}</a>}
      {municipality && works && known && <a href={to.notices(municipality.code)}>{t('frame.notices')}</a>}
      {municipality && permits(person, 'settings-change') && (
        <a href={to.citySettings(municipality.code)}>{t('frame.settings')}</a>
      )}
      {known && (
        <a
          class="who"
          href={person.kind === 'member' ? to.account() : to.demonstration(municipality?.code ?? '')}
          title={person.kind === 'member' ? person.name : `${person.name} ${t('account.try-change')}`}
        >
          <Own frame={frame}>{person.name}</Own>
        </a>
      )}
      {known && (
        <form method="post" action={to.logout()}>
          <button type="submit" class="plain">
            {t('frame.sign-out')}
          </button>
        </form>
      )}
      {person.kind === 'nobody' && <a href={to.login(frame.path)}>{t('frame.sign-in')}</a>}
    </nav>
  )
}
