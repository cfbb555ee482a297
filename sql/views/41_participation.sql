-- How teams take part in working with objectives on a day, each as it says itself, else as the team above; and in which
-- wave of the rollout it begins.
create function participation(org_id uuid, viewer uuid, day date) returns table (
  org_id uuid, team_id uuid, participation text, reason text, wave int
)
language sql stable
begin atomic
  with recursive own as (
    select
      t.org_id, t.id, t.parent_id, t.participation_reason as reason, t.wave,
      case
        when participation.day between coalesce(t.participates_from, '-infinity') and coalesce(t.participates_until, 'infinity')
          then t.participation
      end as participation
    from teams t
    where t.org_id = participation.org_id
  ),
  whole (org_id, id, participation, reason, wave) as (
    select
      o.org_id, o.id, coalesce(o.participation, 'ACTIVE'), case when o.participation is not null then o.reason end, o.wave
    from own o
    where o.parent_id is null
    union all
    select
      o.org_id, o.id, coalesce(o.participation, w.participation),
      case when o.participation is null then w.reason else o.reason end, coalesce(o.wave, w.wave)
    from whole w
    join own o on o.parent_id = w.id
  )
  select w.* from whole w;
end;
