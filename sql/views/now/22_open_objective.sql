-- Objectives that everybody in the organization may see today.
create view open_objective as
select o.org_id, o.id from objectives o where o.visibility = 'ORGANIZATION';
