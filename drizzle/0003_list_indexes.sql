CREATE INDEX "page_facet_place" ON "page_facet" USING btree ("kind",coalesce("work_id", 0),coalesce("ordinal", 0),"sort_key");--> statement-breakpoint
CREATE INDEX "revision_submission" ON "revision" USING btree ("submission_id") WHERE "revision"."submission_id" is not null;--> statement-breakpoint
CREATE INDEX "revision_created" ON "revision" USING btree ("created_at");