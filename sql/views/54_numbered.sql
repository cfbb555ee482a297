-- What a programme number counts: the noun, whose team it is or who it tells of, and how much it counts; null where it
-- is left out, and why.
create type numbered as (noun_id uuid, place bigint, team_id uuid, person_id uuid, value numeric, because text);
