-- The ties of objectives to the mission, the vision and the themes that they serve.
create view vision_link as
select l.* from link l where l.kind = 'SERVES';
