/**
 * 版の来歴（旧版・決めた日）、評価の区分・評価・評価の年、外部の会議への付議と意見・対応、系統のつなぎ。
 * 区分は版と年度ごとに置く（`from_year`）。閉じた年の評価は、引き金が書き換えを断る。
 */
export const evaluation = /* sql */ `
alter table edition add column based_on uuid;
alter table edition add column superseded_by uuid;
alter table edition add column decided_on date;
alter table edition add column decided_by text;
alter table edition add column frame text;
alter table edition add foreign key (municipality, based_on) references edition (municipality, id);
alter table edition add foreign key (municipality, superseded_by) references edition (municipality, id);

create table edition_scale (
  municipality text not null,
  id uuid not null,
  edition_id uuid not null,
  subject text not null check (subject in ('indicator', 'project', 'node')),
  from_year integer not null,
  scale json not null,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, id),
  unique (municipality, edition_id, subject, from_year),
  foreign key (municipality, edition_id) references edition (municipality, id)
);

create table edition_policy (
  municipality text not null,
  edition_id uuid not null,
  policies json not null,
  directions json not null,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, edition_id),
  foreign key (municipality, edition_id) references edition (municipality, id)
);

create table evaluation_year (
  municipality text not null,
  edition_id uuid not null,
  year integer not null,
  status text not null check (status in ('open', 'closed')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  settled json,
  revision integer not null,
  primary key (municipality, edition_id, year),
  foreign key (municipality, edition_id) references edition (municipality, id),
  check ((status = 'closed') = (settled is not null))
);

create table evaluation (
  municipality text not null,
  edition_id uuid not null,
  year integer not null,
  subject_kind text not null check (subject_kind in ('indicator', 'project', 'node')),
  subject_id uuid not null,
  stage text not null check (stage in ('self', 'head', 'office', 'headquarters', 'committee')),
  grade text,
  reason text not null,
  text text not null,
  direction text,
  points json,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, edition_id, year, subject_kind, subject_id, stage),
  foreign key (municipality, edition_id, year) references evaluation_year (municipality, edition_id, year)
);

create function evaluation_year_is_open() returns trigger language plpgsql as $$
begin
  if not exists (
    select from evaluation_year y
     where y.municipality = new.municipality and y.edition_id = new.edition_id and y.year = new.year
       and y.status = 'open') then
    raise exception 'evaluation year % of edition % is not open', new.year, new.edition_id;
  end if;
  return new;
end $$;
create trigger evaluation_year_is_open before insert or update on evaluation
  for each row execute function evaluation_year_is_open();

create table referral (
  municipality text not null,
  id uuid not null,
  edition_id uuid not null,
  year integer not null,
  title text not null,
  body text not null,
  meeting_on date,
  closes_on date,
  guidance text not null,
  subjects json not null,
  status text not null check (status in ('draft', 'released', 'closed')),
  released_at timestamptz,
  closed_at timestamptz,
  revision integer not null,
  primary key (municipality, id),
  foreign key (municipality, edition_id) references edition (municipality, id)
);

create table opinion (
  municipality text not null,
  id uuid not null,
  referral_id uuid not null,
  subject_kind text check (subject_kind in ('indicator', 'project', 'node')),
  subject_id uuid,
  member_id uuid,
  member_name text not null,
  text text not null,
  grade text,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  withdrawn_at timestamptz,
  primary key (municipality, id),
  foreign key (municipality, referral_id) references referral (municipality, id),
  foreign key (municipality, member_id) references member (municipality, id),
  check ((subject_kind is null) = (subject_id is null))
);
create index opinion_of_referral on opinion (municipality, referral_id, at);

create table opinion_answer (
  municipality text not null,
  opinion_id uuid not null,
  kind text not null check (kind in ('adopted', 'partly', 'considered', 'already', 'noted', 'declined')),
  text text not null,
  department_id uuid,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, opinion_id),
  foreign key (municipality, opinion_id) references opinion (municipality, id),
  foreign key (municipality, department_id) references department (municipality, id)
);

create table indicator_line (
  municipality text not null references municipality (municipality),
  indicator_id uuid not null,
  line_id uuid not null,
  reason text not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, indicator_id)
);
create index indicator_line_of_line on indicator_line (municipality, line_id);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'edition_scale', 'edition_policy', 'evaluation_year', 'evaluation', 'referral', 'opinion', 'opinion_answer',
    'indicator_line'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_municipality on %I using (municipality = current_setting(''shirube.municipality'', true))'
      || ' with check (municipality = current_setting(''shirube.municipality'', true))', tenant_table);
  end loop;
end $$;

grant select, insert, delete on edition_scale to shirube_app;
grant update (scale, revision, at, by) on edition_scale to shirube_app;
grant select, insert on edition_policy to shirube_app;
grant update (policies, directions, revision, at, by) on edition_policy to shirube_app;
grant select, insert on evaluation_year, evaluation, referral, opinion, opinion_answer to shirube_app;
grant update (status, closed_at, settled, revision) on evaluation_year to shirube_app;
grant update (grade, reason, text, direction, points, revision, at, by) on evaluation to shirube_app;
grant delete on referral to shirube_app;
grant update (title, body, meeting_on, closes_on, guidance, subjects, status, released_at, closed_at, revision) on referral
  to shirube_app;
grant update (text, grade, revision, at, by, withdrawn_at) on opinion to shirube_app;
grant update (kind, text, department_id, revision, at, by) on opinion_answer to shirube_app;
grant select, insert, delete on indicator_line to shirube_app;
`
