-- A team.
create view team as
select t.* from teams t;
