-- A cycle.
create view cycle as
select c.* from cycles c;
