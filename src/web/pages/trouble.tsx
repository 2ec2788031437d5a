import { Layout } from '../components/layout.tsx'
import type { Frame, WebCode } from '../frame.ts'

type Props = { frame: Frame; title: WebCode; sentence: string }

/** 見つからない・できない。何が起きたかと、どうすればよいか。 */
export const TroublePage = ({ frame, title, sentence }: Props) => (
  <Layout frame={frame} title={frame.t(title)}>
    <h1>{frame.t(title)}</h1>
    <p class="lead">{sentence}</p>
    <p>
      <a href={frame.to.cities()}>{frame.t('trouble.home')}</a>
    </p>
  </Layout>
)
