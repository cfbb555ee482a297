-- Organizations as they are today: where the past is read, a question about nothing yet is asked of them too.
create view present_organization as
select o.* from organizations o;
