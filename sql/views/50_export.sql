-- What left; who sees it is a matter of permissions.
create view export as
select e.* from exports e;
