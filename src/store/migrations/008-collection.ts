/**
 * 照会・課の回答・項目・欄の値・一歩の記録・根拠の資料・書き込み・実績の版。
 * 課の列のある表には、団体の壁に加えて課の壁がある。取引が shirube.departments に課を並べていれば、その課の行しか見えず、書けない
 * （空なら、市の全体に働く役）。課の列は、外部キーで回答の課と同じに限る。閉じた照会の回答は、書けず（round_is_open）、
 * 進めも延ばしもできない（response_round_is_open）。round_step・response_step・actual_version は、書いたあとは変えられない。
 */
export const collection = /* sql */ `
create table collection_round (
  municipality text not null references municipality (municipality),
  id uuid not null,
  number integer not null,
  title text not null,
  fiscal_year integer not null,
  asks json not null,
  guidance text not null,
  reason_below text check (reason_below ~ '^[0-9]+([.][0-9]+)?$'),
  approval boolean not null,
  deadlines json not null,
  status text not null check (status in ('draft', 'scheduled', 'open', 'closed')),
  opens_at timestamptz,
  opened_at timestamptz,
  closed_at timestamptz,
  reopened_reason text,
  departments uuid[],
  revision integer not null,
  primary key (municipality, id),
  unique (municipality, number)
);

create table round_step (
  municipality text not null,
  round_id uuid not null,
  number integer not null,
  step text not null check (step in ('opened', 'added', 'closed', 'reopened')),
  reason text,
  at timestamptz not null,
  by text not null,
  primary key (municipality, round_id, number),
  foreign key (municipality, round_id) references collection_round (municipality, id)
);

create table round_edition (
  municipality text not null,
  round_id uuid not null,
  ordinal integer not null,
  edition_id uuid not null,
  primary key (municipality, round_id, edition_id),
  foreign key (municipality, round_id) references collection_round (municipality, id) on delete cascade
);

create table response (
  municipality text not null,
  id uuid not null,
  round_id uuid not null,
  department_id uuid not null,
  state text not null check (state in ('not-started', 'entering', 'returned', 'submitted', 'approved', 'accepted')),
  revision integer not null,
  extended_to date,
  extension_reason text,
  last_at timestamptz,
  last_by text,
  merged_into uuid,
  primary key (municipality, id),
  unique (municipality, round_id, department_id),
  unique (municipality, id, department_id),
  foreign key (municipality, round_id) references collection_round (municipality, id),
  foreign key (municipality, department_id) references department (municipality, id)
);

create table response_item (
  municipality text not null,
  id uuid not null,
  response_id uuid not null,
  department_id uuid not null,
  edition_id uuid not null,
  kind text not null check (kind in ('indicator', 'project')),
  subject_id uuid not null,
  ordinal integer not null,
  name text not null,
  unit text,
  primary key (municipality, id),
  unique (municipality, id, department_id),
  foreign key (municipality, response_id, department_id) references response (municipality, id, department_id)
    on update cascade
);
create index response_item_of_response on response_item (municipality, response_id, ordinal);

create table answer (
  municipality text not null,
  item_id uuid not null,
  field text not null check (field ~ '^(actual|money|items|text-[a-z0-9-]+)$'),
  department_id uuid not null,
  value json not null,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, item_id, field),
  foreign key (municipality, item_id, department_id) references response_item (municipality, id, department_id)
    on update cascade
);

create table response_step (
  municipality text not null,
  response_id uuid not null,
  number integer not null,
  department_id uuid not null,
  step text not null,
  from_state text not null,
  to_state text not null,
  reason text,
  on_behalf_of text,
  at timestamptz not null,
  by text not null,
  primary key (municipality, response_id, number),
  foreign key (municipality, response_id, department_id) references response (municipality, id, department_id)
    on update cascade
);

create table evidence (
  municipality text not null,
  id uuid not null,
  item_id uuid not null,
  department_id uuid not null,
  file_name text not null,
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  added_at timestamptz not null,
  added_by text not null,
  primary key (municipality, id),
  foreign key (municipality, item_id, department_id) references response_item (municipality, id, department_id)
    on update cascade
);
create index evidence_of_item on evidence (municipality, item_id);

create table item_comment (
  municipality text not null,
  id uuid not null,
  item_id uuid not null,
  department_id uuid not null,
  text text not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, id),
  foreign key (municipality, item_id, department_id) references response_item (municipality, id, department_id)
    on update cascade
);
create index item_comment_of_item on item_comment (municipality, item_id);

create table actual_version (
  municipality text not null references municipality (municipality),
  indicator_id uuid not null,
  year integer not null,
  number integer not null,
  kind text not null check (kind in ('preliminary', 'final', 'revised')),
  figure json not null,
  reason text,
  at timestamptz not null,
  by text not null,
  item_id uuid,
  primary key (municipality, indicator_id, year, number)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'collection_round', 'round_step', 'round_edition', 'response', 'response_item', 'answer', 'response_step', 'evidence',
    'item_comment', 'actual_version'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_municipality on %I using (municipality = current_setting(''shirube.municipality'', true))'
      || ' with check (municipality = current_setting(''shirube.municipality'', true))', tenant_table);
  end loop;
  foreach tenant_table in array array[
    'response', 'response_item', 'answer', 'response_step', 'evidence', 'item_comment'
  ] loop
    execute format(
      'create policy own_departments on %I as restrictive using (case'
      || ' when coalesce(current_setting(''shirube.departments'', true), '''') = '''' then true'
      || ' else department_id::text = any (string_to_array(current_setting(''shirube.departments'', true), '','')) end)',
      tenant_table);
  end loop;
end $$;

create function round_is_open() returns trigger language plpgsql as $$
declare
  round_status text;
begin
  select r.status into round_status
    from response_item i
    join response s on s.municipality = i.municipality and s.id = i.response_id
    join collection_round r on r.municipality = s.municipality and r.id = s.round_id
   where i.municipality = coalesce(new.municipality, old.municipality) and i.id = coalesce(new.item_id, old.item_id);
  if round_status is distinct from 'open' then
    raise exception 'round of item % is not open', coalesce(new.item_id, old.item_id);
  end if;
  return coalesce(new, old);
end $$;
create trigger answer_round_is_open before insert or update or delete on answer
  for each row execute function round_is_open();
create trigger evidence_round_is_open before insert or update or delete on evidence
  for each row execute function round_is_open();

create function response_round_is_open() returns trigger language plpgsql as $$
begin
  if (new.state, new.extended_to) is distinct from (old.state, old.extended_to) and not exists (
    select from collection_round r
     where r.municipality = old.municipality and r.id = old.round_id and r.status = 'open') then
    raise exception 'round of response % is not open', old.id;
  end if;
  return new;
end $$;
create trigger response_round_is_open before update on response
  for each row execute function response_round_is_open();

grant select, insert, update, delete on collection_round, round_edition to shirube_app;
grant select, insert, update, delete on response, response_item to shirube_app;
grant select, insert, delete on answer to shirube_app;
grant update (value, revision, at, by) on answer to shirube_app;
grant select, insert on round_step, response_step, item_comment, actual_version to shirube_app;
grant select, insert, delete on evidence to shirube_app;
`
