-- Who may command anything today: programs that may do nothing but read do not.
create view commanding as
select p.* from people p where p.active and not (p.is_program and p.permissions <@ '{READ}');
