-- The facts that had been recorded by then.
create view logged as
select e.* from log.event e where e.position <= (select as_of());
