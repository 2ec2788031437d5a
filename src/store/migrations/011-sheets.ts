/**
 * 届いた回答の Excel。取り込む前に確かめ、取り込んだあとも、何が届いたかを残す。
 * 回答が別の課に移れば（機構改革）、届いたものも移る。
 */
export const sheets = /* sql */ `
create table response_sheet (
  municipality text not null,
  id uuid not null,
  response_id uuid not null,
  department_id uuid not null,
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  status text not null check (status in ('open', 'taken', 'discarded')),
  at timestamptz not null,
  by text not null,
  ended_at timestamptz,
  ended_by text,
  primary key (municipality, id),
  foreign key (municipality, response_id, department_id) references response (municipality, id, department_id)
    on update cascade
);
create index response_sheet_of_response on response_sheet (municipality, response_id, at);

alter table response_sheet enable row level security;
alter table response_sheet force row level security;
create policy own_municipality on response_sheet
  using (municipality = current_setting('shirube.municipality', true))
  with check (municipality = current_setting('shirube.municipality', true));
create policy own_departments on response_sheet as restrictive using (case
  when coalesce(current_setting('shirube.departments', true), '') = '' then true
  else department_id::text = any (string_to_array(current_setting('shirube.departments', true), ',')) end);

grant select, insert on response_sheet to shirube_app;
grant update (status, ended_at, ended_by) on response_sheet to shirube_app;
`
