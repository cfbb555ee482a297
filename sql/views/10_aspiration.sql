-- Where the organization wants to go.
create view aspiration as
select d.* from aspirations d;
