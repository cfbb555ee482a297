create view person as
select p.* from people p;
