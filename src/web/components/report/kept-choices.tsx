import { type ReportChoices, writeChoices } from '#operations/reports/choices.ts'

/** 送信に添える、いまの選び。 */
export const KeptChoices = ({ choices }: { choices: ReportChoices }) => (
  <>
    {[...writeChoices(choices)].map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
  </>
)
