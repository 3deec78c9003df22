-- The kind that releases before this one called so; another wiki's own kinds are its owners' to mark.
UPDATE "page_kind" SET "is_category" = true WHERE "key" = 'category';
