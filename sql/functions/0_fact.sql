-- A fact as projections see it: its body with the private values put back in their places.
create type fact as (
  org_id uuid,
  position bigint,
  stream_id uuid,
  event_id uuid,
  type text,
  recorded_at timestamptz,
  actor_id uuid,
  data jsonb
);
