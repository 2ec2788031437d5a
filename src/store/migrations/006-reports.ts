/**
 * 帳票：名を付けた帳票、作ったファイル、公表、市の様式（ひな形）。
 * choices は帳票の選び（`ReportChoices`）、contents は凍らせた帳票の中身（正準な JSON のバイト列）で、倉庫は中を見ない。
 * 計画・版は外部キーにしない。取り込みを取り消して版がなくなっても、公表したものは残すため。
 * publication は、書いたあとは変えることも消すこともできない。直すときは、corrects を持つ新しい公表を足す。
 */
export const reports = /* sql */ `
create table named_report (
  municipality text not null references municipality (municipality),
  id uuid not null,
  plan_id uuid not null,
  name text not null,
  form text not null,
  choices json not null,
  changed_at timestamptz not null,
  changed_by text not null,
  primary key (municipality, id),
  unique (municipality, plan_id, name)
);

create table made_file (
  municipality text not null references municipality (municipality),
  id uuid not null,
  edition_id uuid not null,
  title text not null,
  form text not null,
  format text not null,
  choices json not null,
  status text not null check (status in ('waiting', 'making', 'done', 'failed', 'cancelled')),
  done integer not null,
  of integer not null,
  problem json,
  file_name text,
  media_type text,
  content bytea,
  asked_at timestamptz not null,
  asked_by text not null,
  ended_at timestamptz,
  primary key (municipality, id)
);
create index made_file_newest on made_file (municipality, asked_at);

create table publication (
  municipality text not null references municipality (municipality),
  id uuid not null,
  number integer not null,
  edition_id uuid not null,
  title text not null,
  note text not null,
  form text not null,
  choices json not null,
  contents bytea not null,
  contents_sha256 text not null check (contents_sha256 ~ '^[0-9a-f]{64}$'),
  changes json not null,
  corrects uuid,
  published_at timestamptz not null,
  published_by text not null,
  primary key (municipality, id),
  unique (municipality, number),
  foreign key (municipality, corrects) references publication (municipality, id)
);
create index publication_of_edition on publication (municipality, edition_id, number);

create table publication_file (
  municipality text not null,
  publication_id uuid not null,
  file_name text not null,
  format text not null,
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  primary key (municipality, publication_id, file_name),
  foreign key (municipality, publication_id) references publication (municipality, id)
);

create table report_template (
  municipality text not null references municipality (municipality),
  id uuid not null,
  name text not null,
  file text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  added_at timestamptz not null,
  added_by text not null,
  primary key (municipality, id),
  unique (municipality, name)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array[
    'named_report', 'made_file', 'publication', 'publication_file', 'report_template'
  ] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format(
      'create policy own_municipality on %I using (municipality = current_setting(''shirube.municipality'', true))'
      || ' with check (municipality = current_setting(''shirube.municipality'', true))', tenant_table);
  end loop;
end $$;

grant select, insert, update, delete on named_report to shirube_app;
grant select, insert, delete on made_file to shirube_app;
grant update (status, done, of, problem, file_name, media_type, content, ended_at) on made_file to shirube_app;
grant select, insert on publication to shirube_app;
grant select, insert on publication_file to shirube_app;
grant select, insert, delete on report_template to shirube_app;
`
