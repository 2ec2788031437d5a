import { givenWhenOpen, type RoundGiven } from '#domain/collection/read-round.ts'
import type { Problem } from '#domain/problem.ts'
import { addDays, orNextMonday, readDay } from '#domain/year/calendar.ts'
import { openRound } from '#operations/collection/open-round.ts'
import { removeRound, saveRound } from '#operations/collection/save-round.ts'
import { scheduleRound, unscheduleRound } from '#operations/collection/schedule-round.ts'
import {
  editRoundForm,
  newRoundForm,
  type RoundPreview,
  roundPreview,
  roundsView,
} from '#operations/collection/view-rounds.ts'
import type { OpenGiven } from '../components/rounds/open-forms.tsx'
import type { Form } from '../form.ts'
import { numberIn } from '../number-in.ts'
import { formPage } from '../pages/rounds/form-page.tsx'
import { previewPage } from '../pages/rounds/preview-page.tsx'
import { roundsPage } from '../pages/rounds/rounds-page.tsx'
import type { Act, Route } from '../routes.ts'
import type { Acted, Shown, Visit } from '../visit.ts'
import { cityOf, noCity, troubled } from './rounds-at.ts'

/** 照会の一覧、作る、直す、下見、開く、予約する、消す。 */
export const roundFormRoutes: readonly Route[] = [
  ['/:code/rounds', list],
  ['/:code/rounds/new', fresh],
  ['/:code/rounds/:round/edit', edit],
  ['/:code/rounds/:round/preview', preview],
]

export const roundFormActs: readonly Act[] = [
  ['/:code/rounds/new', save],
  ['/:code/rounds/:round/edit', save],
  ['/:code/rounds/:round/open', open],
  ['/:code/rounds/:round/schedule', schedule],
  ['/:code/rounds/:round/unschedule', unschedule],
  ['/:code/rounds/:round/remove', remove],
]

async function list(visit: Visit): Promise<Shown> {
  const municipality = await cityOf(visit)
  if (!municipality) return noCity(visit)
  const { app, person, frame } = visit
  const view = await roundsView(app, person, municipality.code)
  if (!view.ok) return { problem: view.problem }
  return { html: roundsPage({ frame, municipality, ...view.value, now: app.now().toISOString() }) }
}

async function fresh(visit: Visit): Promise<Shown> {
  const municipality = await cityOf(visit)
  if (!municipality) return noCity(visit)
  const copy = visit.query('copy')
  const form = await newRoundForm(visit.app, visit.person, municipality.code, copy)
  if (!form.ok) return troubled(form.problem)
  const copied = form.value.earlier.find(({ id }) => id === copy)
  return {
    html: formPage({
      frame: visit.frame,
      municipality,
      form: form.value,
      given: form.value.given,
      troubles: [],
      copied,
    }),
  }
}

async function edit(visit: Visit): Promise<Shown> {
  const municipality = await cityOf(visit)
  if (!municipality) return noCity(visit)
  const form = await editRoundForm(visit.app, visit.person, municipality.code, visit.param('round'))
  if (!form.ok) return troubled(form.problem)
  return {
    html: formPage({ frame: visit.frame, municipality, form: form.value, given: form.value.given, troubles: [] }),
  }
}

/** 作る・直す。直すところがあれば打ったまま見せ、ほかの人が先に変えていれば両方を見せる。 */
async function save(visit: Visit, sent: Form): Promise<Acted> {
  const municipality = await cityOf(visit)
  if (!municipality) return noCity(visit)
  const { app, person, frame } = visit
  const code = municipality.code
  const roundId = visit.param('round') || null
  const typed = givenIn(sent)
  const saved = await saveRound(app, person, code, roundId, typed, numberIn(sent.text('revision'), 9) ?? 0)
  if (!saved.ok) return troubled(saved.problem)
  if ('saved' in saved.value) {
    const { id, status } = saved.value.saved
    return {
      see: status === 'open' ? frame.to.round(code, id, { did: 'save' }) : frame.to.roundPart(code, id, 'preview'),
    }
  }
  const form = await formFor(visit, code, roundId)
  if (!form.ok) return troubled(form.problem)
  const round = form.value.round
  const given = round?.status === 'open' ? givenWhenOpen(round, typed) : typed
  const troubles = 'troubles' in saved.value ? saved.value.troubles : []
  const meanwhile = 'meanwhile' in saved.value ? saved.value.meanwhile : undefined
  const html = formPage({ frame, municipality, form: form.value, given, troubles, meanwhile })
  return { html, status: meanwhile ? 409 : 422 }
}

const formFor = ({ app, person }: Visit, code: string, roundId: string | null) =>
  roundId === null ? newRoundForm(app, person, code, undefined) : editRoundForm(app, person, code, roundId)

const givenIn = (sent: Form): RoundGiven => {
  const [keys, headings, needs] = [sent.all('text-key'), sent.all('text-heading'), sent.all('text-need')]
  return {
    title: sent.text('title'),
    fiscalYear: sent.text('fiscal-year'),
    editionIds: sent.all('edition').filter(isId),
    actual: sent.text('actual') !== '',
    texts: keys
      .map((key, n) => ({ key, heading: headings[n] ?? '', need: needs[n] ?? '' }))
      .filter(({ key }) => /^[a-z0-9-]{1,30}$/.test(key)),
    money: sent.text('money') !== '',
    projectItems: sent.text('project-items') !== '',
    evidence: sent.text('evidence'),
    reasonBelow: sent.text('reason-below'),
    approval: sent.text('approval') !== 'no',
    enter: sent.text('enter'),
    approve: sent.text('approve'),
    accept: sent.text('accept'),
    guidance: sent.text('guidance'),
    chooses: sent.text('whom') === 'chosen',
    departmentIds: sent.all('department').filter(isId),
  }
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

async function preview(visit: Visit): Promise<Shown> {
  return showPreview(visit, undefined, undefined)
}

/** 下見。断ったあとなら、わけと、打ったまま。 */
const showPreview = async (
  visit: Visit,
  given: OpenGiven | undefined,
  refused: Problem | undefined,
): Promise<Shown> => {
  const municipality = await cityOf(visit)
  if (!municipality) return noCity(visit)
  const view = await roundPreview(visit.app, visit.person, municipality.code, visit.param('round'))
  if (!view.ok) return troubled(view.problem)
  const shown = {
    frame: visit.frame,
    municipality,
    view: view.value,
    given: given ?? usualOpening(view.value),
    refused,
  }
  return { html: previewPage(shown), ...(refused && { status: 422 as const }) }
}

/** 予約の欄のはじめ：次の平日の朝 8 時半。 */
const usualOpening = ({ today }: RoundPreview): OpenGiven => ({
  day: orNextMonday(addDays(today, 1)),
  time: '08:30',
  despite: false,
})

const openGivenIn = (sent: Form): OpenGiven => ({
  day: sent.text('day'),
  time: sent.text('time'),
  despite: sent.text('despite') !== '',
})

async function open(visit: Visit, sent: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const given = openGivenIn(sent)
  const revision = numberIn(sent.text('revision'), 9)
  const opened = await openRound(app, person, param('code'), param('round'), {
    despiteOwnerless: given.despite,
    ...(revision !== undefined && { revision }),
  })
  if (!opened.ok) return showPreview(visit, given, opened.problem)
  return { see: frame.to.round(param('code'), opened.value.id, { did: 'open' }) }
}

async function schedule(visit: Visit, sent: Form): Promise<Acted> {
  const { app, person, frame, param } = visit
  const given = openGivenIn(sent)
  const opensAt = momentOf(given)
  if (opensAt === undefined)
    return showPreview(visit, given, { kind: 'rounds.opens-unreadable', code: 'rounds.opens-unreadable', params: {} })
  const revision = numberIn(sent.text('revision'), 9)
  const scheduled = await scheduleRound(app, person, param('code'), param('round'), {
    opensAt,
    despiteOwnerless: given.despite,
    ...(revision !== undefined && { revision }),
  })
  if (!scheduled.ok) return showPreview(visit, given, scheduled.problem)
  return { see: frame.to.roundPart(param('code'), scheduled.value.id, 'preview') }
}

/** 日本の時計の日と時刻。読めなければ undefined。 */
const momentOf = ({ day, time }: OpenGiven): string | undefined => {
  const date = readDay(day)
  const clock = /^(\d{1,2})[:：](\d{2})$/.exec(time.normalize('NFKC').trim())
  if (date === undefined || !clock || Number(clock[1]) > 23 || Number(clock[2]) > 59) return undefined
  return new Date(`${date}T${(clock[1] ?? '').padStart(2, '0')}:${clock[2]}:00+09:00`).toISOString()
}

async function unschedule(visit: Visit): Promise<Acted> {
  const { app, person, frame, param } = visit
  const back = await unscheduleRound(app, person, param('code'), param('round'))
  if (!back.ok) return troubled(back.problem)
  return { see: frame.to.roundPart(param('code'), back.value.id, 'preview') }
}

async function remove(visit: Visit): Promise<Acted> {
  const { app, person, frame, param } = visit
  const removed = await removeRound(app, person, param('code'), param('round'))
  return removed.ok ? { see: frame.to.rounds(param('code')) } : troubled(removed.problem)
}
