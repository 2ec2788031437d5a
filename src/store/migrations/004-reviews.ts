/**
 * 取込みの見直し・取り込んだ記録・覚えた列の読み方・突合結果への答え。
 * review.content は送られたままのバイト列で、取り込むまでは出典（source）に入れない。
 * adoption.before は取り込む前の版（なければ新しい計画）で、取り消すときにここへ戻す。
 * review・adoption・finding_answer の版は外部キーにしない。取り消して版がなくなっても、記録は残すため。
 * work_version は見直しの版数。見直しだけの書き込みで、版の頁の覚え（data_version）を捨てないように分ける。
 */
export const reviews = /* sql */ `
alter table municipality add column work_version bigint not null default 0;

create table review (
  municipality text not null references municipality (municipality),
  id uuid not null,
  base text not null check (base in ('document', 'draft')),
  file text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null,
  content bytea not null,
  status text not null check (status in ('open', 'adopted', 'discarded')),
  revision integer not null,
  choices json not null,
  choices_revision integer not null,
  choices_at timestamptz not null,
  choices_by text not null,
  edition_id uuid,
  opened_at timestamptz not null,
  opened_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  doubtful integer,
  total integer,
  primary key (municipality, id)
);

create table review_edit (
  municipality text not null,
  review_id uuid not null,
  number integer not null,
  revision integer not null,
  at timestamptz not null,
  by text not null,
  correction json not null,
  undone_revision integer,
  undone_at timestamptz,
  undone_by text,
  primary key (municipality, review_id, number),
  foreign key (municipality, review_id) references review (municipality, id) on delete cascade
);

create table adoption (
  municipality text not null references municipality (municipality),
  id uuid not null,
  number integer not null,
  edition_id uuid not null,
  review_id uuid,
  outcome text not null check (outcome in ('new', 'updated', 'unchanged')),
  at timestamptz not null,
  by text not null,
  changes json not null,
  before json,
  undone_at timestamptz,
  undone_by text,
  primary key (municipality, id),
  unique (municipality, number)
);
create index adoption_of_edition on adoption (municipality, edition_id, number);
create index adoption_of_review on adoption (municipality, review_id);

create table column_mapping (
  municipality text not null references municipality (municipality),
  form text not null,
  year integer not null,
  fingerprint text not null,
  columns json not null,
  learned_at timestamptz not null,
  learned_by text not null,
  primary key (municipality, form, year, fingerprint)
);

create table finding_answer (
  municipality text not null references municipality (municipality),
  edition_id uuid not null,
  key text not null,
  answer text not null check (answer in ('leave', 'corrected', 'asked')),
  reason text not null,
  at timestamptz not null,
  by text not null,
  primary key (municipality, edition_id, key)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['review', 'review_edit', 'adoption', 'column_mapping', 'finding_answer'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_municipality on %I using (municipality = current_setting(''shirube.municipality'', true))'
      || ' with check (municipality = current_setting(''shirube.municipality'', true))', tenant_table);
  end loop;
end $$;

-- 送られたバイト列も、訂正の中身も、取り込んだ記録も、書いたあとは変えられない。
grant select, insert, delete on review to shirube_app;
grant update (status, revision, choices, choices_revision, choices_at, choices_by, edition_id, changed_at, changed_by,
  doubtful, total) on review to shirube_app;
grant select, insert, delete on review_edit to shirube_app;
grant update (undone_revision, undone_at, undone_by) on review_edit to shirube_app;
grant select, insert on adoption to shirube_app;
grant update (undone_at, undone_by) on adoption to shirube_app;
grant select, insert, update on column_mapping to shirube_app;
grant select, insert, update, delete on finding_answer to shirube_app;
`
