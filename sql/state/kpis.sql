-- What is measured all the time, and the bounds in which it is healthy.
create table kpis (
  like versioned including all,
  name text not null,
  description text,
  unit text,
  lower numeric,
  upper numeric,
  alarm_below numeric,
  alarm_above numeric,
  owner_team_id uuid,
  owner_person_id uuid,
  version int not null
);
