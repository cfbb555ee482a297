-- Something that is assumed and can be tried.
create view hypothesis as
select h.* from hypotheses h;
