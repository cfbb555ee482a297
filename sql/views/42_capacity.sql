-- How much work a team can take on in a cycle.
create view capacity as
select * from capacities;
