-- A person, also one who has left.
create view person as
select p.* from people p;
