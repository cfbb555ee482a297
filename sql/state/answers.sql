-- What reviews answered; `place` orders answers of all reviews.
create table answers (
  like versioned including all,
  review_id uuid not null,
  question text not null,
  asked text,
  text text not null,
  by_person_id uuid,
  place bigint not null
);

create index on answers (org_id, review_id) where to_position = 9223372036854775807;
