/**
 * 改訂の案。もとの版に重ねる変更を、もの・欄ごとに一行で持つ。決めた案・取り下げた案は、引き金が書き換えを断る。
 */
export const revisions = /* sql */ `
create table revision (
  municipality text not null,
  id uuid not null,
  kind text not null check (kind in ('revision', 'next-period')),
  base_edition_id uuid not null,
  title text not null,
  first_year integer,
  last_year integer,
  frame text,
  graded_year integer,
  purpose text not null,
  status text not null check (status in ('open', 'adopted', 'withdrawn')),
  decided_on date,
  decided_by text,
  adopted_edition_id uuid,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, id),
  foreign key (municipality, base_edition_id) references edition (municipality, id),
  foreign key (municipality, adopted_edition_id) references edition (municipality, id)
);
create index revision_of_edition on revision (municipality, base_edition_id);

create table revision_change (
  municipality text not null,
  id uuid not null,
  revision_id uuid not null,
  subject_kind text not null check (subject_kind in ('plan', 'node', 'indicator', 'project')),
  subject_id uuid not null,
  op text not null check (op in ('set', 'add', 'remove')),
  field text not null,
  before json,
  after json,
  reason text not null,
  ground json not null,
  replaces uuid,
  ordinal integer not null,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, id),
  unique (municipality, revision_id, subject_kind, subject_id, field),
  foreign key (municipality, revision_id) references revision (municipality, id)
);

create table proposal_decision (
  municipality text not null,
  revision_id uuid not null,
  indicator_id uuid not null,
  decision text not null check (decision in ('accepted', 'changed', 'refused')),
  reason text not null,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, revision_id, indicator_id),
  foreign key (municipality, revision_id) references revision (municipality, id)
);

create function revision_is_open() returns trigger language plpgsql as $$
begin
  if not exists (
    select from revision r
     where r.municipality = coalesce(new.municipality, old.municipality)
       and r.id = coalesce(new.revision_id, old.revision_id) and r.status = 'open') then
    raise exception 'revision % is not open', coalesce(new.revision_id, old.revision_id);
  end if;
  return coalesce(new, old);
end $$;
create trigger revision_change_is_open before insert or update or delete on revision_change
  for each row execute function revision_is_open();
create trigger proposal_decision_is_open before insert or update or delete on proposal_decision
  for each row execute function revision_is_open();

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['revision', 'revision_change', 'proposal_decision'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_municipality on %I using (municipality = current_setting(''shirube.municipality'', true))'
      || ' with check (municipality = current_setting(''shirube.municipality'', true))', tenant_table);
  end loop;
end $$;

grant select, insert on revision to shirube_app;
grant update (base_edition_id, title, first_year, last_year, frame, graded_year, purpose, status, decided_on, decided_by,
  adopted_edition_id, revision, at, by) on revision to shirube_app;
grant select, insert, update, delete on revision_change to shirube_app;
grant select, insert, update, delete on proposal_decision to shirube_app;
`
