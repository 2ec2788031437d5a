/**
 * 一年の仕事の、団体を持つすべての表に一行ずつ。課は二つ、回答も二つ（課の壁を試すため）。超利用者として流す。
 * 表が増えて行がなければ、壁の試験が空の表として知らせる。
 */
export const yearOfRows = (code: string): string => `
do $$
declare
  city text := '${code}';
  unit_a uuid := gen_random_uuid();
  unit_b uuid := gen_random_uuid();
  unit uuid;
  person uuid := gen_random_uuid();
  change uuid := gen_random_uuid();
  round uuid := gen_random_uuid();
  told uuid;
  reply uuid;
  item uuid;
  mail uuid := gen_random_uuid();
  plan_row uuid := gen_random_uuid();
  version uuid := gen_random_uuid();
  meeting uuid := gen_random_uuid();
  said uuid := gen_random_uuid();
  change_set uuid := gen_random_uuid();
  sheet uuid;
  goal uuid;
  task uuid;
  order_ uuid;
begin
  perform set_config('shirube.municipality', city, true);
  insert into department values (city, unit_a, '商工課', null, 0, '200', '2026-04-01', null),
                                (city, unit_b, '健康課', null, 1, '201', '2026-04-01', null);
  insert into department_change (municipality, id, kind, on_day, at, by) values (city, change, 'rename', '2026-04-01', now(), '準備');
  insert into department_successor (municipality, change_id, from_id, to_id, ordinal) values (city, change, unit_a, unit_b, 0);
  insert into member (municipality, id, name, mail, status, added_at) values (city, person, '担当', 'a@example.jp', 'active', now());
  insert into membership values (city, gen_random_uuid(), person, 'editor', unit_a, '2026-04-01', null, false);
  insert into invitation (municipality, id, member_id, token_sha256, made_at, made_by, expires_at)
    values (city, gen_random_uuid(), person, repeat('a', 64), now(), '準備', now() + interval '14 days');
  insert into indicator_owner values (city, gen_random_uuid(), gen_random_uuid(), unit_a, person, '2026-04-01', null);
  insert into collection_round (municipality, id, number, title, fiscal_year, asks, guidance, approval, deadlines, status, revision)
    values (city, round, 1, '照会', 2025, '{}', '', true, '{}', 'open', 1);
  insert into round_edition values (city, round, 1, gen_random_uuid());
  insert into round_step values (city, round, 1, 'opened', null, now(), '準備');
  insert into mail_setting values (city, null, 'own', 'mail.example.jp', 25, 'none', '', null, 'a@example.jp', 1);
  insert into login_setting values (city, 'https://id.example.jp', 'c', 's', '職員認証', true, now());
  insert into notice_counter values (city, 2);
  insert into mail_out (municipality, id, kind, member_id, to_address, subject, on_day, status, attempts, made_at)
    values (city, mail, 'digest', person, 'a@example.jp', '照会', '2026-06-01', 'waiting', 0, now());
  foreach unit in array array[unit_a, unit_b] loop
    reply := gen_random_uuid();
    item := gen_random_uuid();
    told := gen_random_uuid();
    insert into response (municipality, id, round_id, department_id, state, revision) values (city, reply, round, unit, 'entering', 1);
    insert into response_item values (city, item, reply, unit, gen_random_uuid(), 'indicator', gen_random_uuid(), 0, '来場者数', '人');
    insert into answer values (city, item, 'actual', unit, '{"kind":"text","text":"9"}', 1, now(), '担当');
    insert into response_step values (city, reply, 1, unit, 'begin', 'not-started', 'entering', null, null, now(), '担当');
    insert into evidence values (city, gen_random_uuid(), item, unit, '根拠.pdf', 'application/pdf', repeat('b', 64), '\\x00', now(), '担当');
    insert into item_comment values (city, gen_random_uuid(), item, unit, '確認中', now(), '担当');
    insert into response_sheet (municipality, id, response_id, department_id, file_name, sha256, content, status, at, by)
      values (city, gen_random_uuid(), reply, unit, '回答.xlsx', repeat('c', 64), '\\x00', 'open', now(), '担当');
    insert into notice (municipality, id, number, kind, department_id, round_id, response_id, params, at, by)
      values (city, told, case when unit = unit_a then 1 else 2 end, 'round-opened', unit, round, reply, '{}', now(), '準備');
    insert into notice_recipient values (city, told, person, 'editor', false, null, mail);
  end loop;
  insert into plan values (city, plan_row, 'indicator-table', '壁の計画');
  insert into edition (municipality, id, plan_id, number, title, kind, rules, draft_sha256, adopted_at)
    values (city, version, plan_row, 1, '壁の計画', '総合戦略', '{}', repeat('d', 64), now());
  insert into edition_scale values (city, gen_random_uuid(), version, 'indicator', 2024, '{}', 1, now(), '企画課');
  insert into edition_policy values (city, version, '[]', '[]', 1, now(), '企画課');
  insert into evaluation_year values (city, version, 2024, 'open', now(), null, null, 1);
  insert into evaluation values (city, version, 2024, 'indicator', gen_random_uuid(), 'self', 'A', '', '順調', null, null, 1, now(), '担当');
  insert into referral (municipality, id, edition_id, year, title, body, guidance, subjects, status, revision)
    values (city, meeting, version, 2024, '第1回', '推進会議', '', '[]', 'released', 1);
  insert into opinion (municipality, id, referral_id, member_name, text, revision, at, by)
    values (city, said, meeting, '委員', '意見', 1, now(), '委員');
  insert into opinion_answer values (city, said, 'adopted', '対応', null, 1, now(), '企画課');
  insert into indicator_line values (city, gen_random_uuid(), gen_random_uuid(), '同じ調査', now(), '企画課');
  insert into revision (municipality, id, kind, base_edition_id, title, purpose, status, revision, at, by)
    values (city, change_set, 'revision', version, '改訂版', '', 'open', 1, now(), '企画課');
  insert into revision_change (municipality, id, revision_id, subject_kind, subject_id, op, field, reason, ground, ordinal, revision, at, by)
    values (city, gen_random_uuid(), change_set, 'indicator', gen_random_uuid(), 'set', 'name', '', '{}', 1, 1, now(), '企画課');
  insert into proposal_decision values (city, change_set, gen_random_uuid(), 'refused', 'わけ', 1, now(), '企画課');
  insert into priority_year values (city, 2026, true, '2026-05-29', '2026-10-15', '2027-03-31', 1);
  foreach unit in array array[unit_a, unit_b] loop
    sheet := gen_random_uuid();
    goal := gen_random_uuid();
    task := gen_random_uuid();
    order_ := gen_random_uuid();
    insert into priority_sheet (municipality, id, department_id, year, state, revision) values (city, sheet, unit, 2026, 'setting', 1);
    insert into sheet_goal values (city, goal, sheet, unit, 1, '1', '重点目標');
    insert into sheet_item values (city, task, goal, unit, 1, '①', '取組', '[]', '[]', null);
    insert into progress_report values (city, task, 'interim', unit, '[]', '[]', '○', 1, now(), '担当');
    insert into priority_sheet_step values (city, sheet, 1, unit, 'propose', 'setting', 'proposed', null, now(), '部長');
    insert into mayor_instruction (municipality, id, department_id, year, stage, number, text, state, revision, at, by)
      values (city, order_, unit, 2026, 'interim', case when unit = unit_a then 1 else 2 end, '指示', 'open', 1, now(), '市長');
    insert into mayor_instruction_step (municipality, instruction_id, number, department_id, step, text, at, by)
      values (city, order_, 1, unit, 'answer', '対応', now(), '担当');
  end loop;
  insert into actual_version values (city, gen_random_uuid(), 2024, 1, 'final', '{}', null, now(), '担当', null);
end $$;
`
