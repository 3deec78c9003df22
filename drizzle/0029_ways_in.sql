CREATE TABLE "wanted_title" (
	"key" text PRIMARY KEY NOT NULL,
	"links" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "page_facet_letter" ON "page_facet" USING btree ((left(regexp_replace(normalize("sort_key", NFD), '[\u0300-\u036f]+', '', 'g'), 40)) collate "C","sort_key" collate "C");--> statement-breakpoint
CREATE INDEX "field_value_day" ON "field_value" USING btree (split_part("field", '.', 1),"first_day","last_day","entry_id","field","position") WHERE "field_value"."first_day" is not null;--> statement-breakpoint
CREATE INDEX "relation_field_open" ON "relation" USING btree ("field","to_id") WHERE "relation"."until" is null;--> statement-breakpoint
CREATE INDEX "title_relation_field_open" ON "title_relation" USING btree ("field","key" collate "C") WHERE "title_relation"."until" is null;