-- Which hands somebody has in pulses today: those in the team that is asked, or for all in the organization; and whether
-- they opened it or are asked.
create function pulse_hands(org_id uuid, viewer uuid, keys uuid[]) returns table (
  org_id uuid, id uuid, hands text[]
)
language sql stable
begin atomic
  select
    pulse_hands.org_id, n.id,
    t.hands || array_remove(array[
      case when u.author_id = p.id then 'SELF' end,
      case when exists (
        select from people_within(
          u.org_id, case when u.team_id is not null then array(select b.id from teams_within(u.org_id, u.team_id) b) end
        ) w
        where w.id = p.id
      ) then 'ASKED' end
    ], null)
  from unnest(keys) n (id)
  left join commanding p on p.org_id = pulse_hands.org_id and p.id = viewer
  left join pulses u on u.org_id = pulse_hands.org_id and u.id = n.id
  join lateral team_hands(pulse_hands.org_id, viewer, array[u.team_id]) t on true;
end;
