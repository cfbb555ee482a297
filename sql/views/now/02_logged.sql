-- The facts that have been recorded.
create view logged as
select e.* from log.event e;
