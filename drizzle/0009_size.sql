CREATE TABLE "standing_due" (
	"source_id" bigint PRIMARY KEY NOT NULL,
	"after_id" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "search_row_vector";--> statement-breakpoint
DROP INDEX "search_row_label";--> statement-breakpoint
DROP INDEX "fact_standing_list";--> statement-breakpoint
DROP INDEX "revision_created";--> statement-breakpoint
DROP INDEX "submission_item_entry";--> statement-breakpoint
ALTER TABLE "standing_due" ADD CONSTRAINT "standing_due_source_id_entry_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_shown" ON "entry" USING btree ("kind","number") WHERE "entry"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "entry_fact_age" ON "entry" USING btree ("created_at","number") WHERE "entry"."kind" = 'fact';--> statement-breakpoint
CREATE INDEX "fact_facet_private" ON "fact_facet" USING btree ("entry_id") WHERE "fact_facet"."is_private_life";--> statement-breakpoint
CREATE INDEX "page_facet_work" ON "page_facet" USING btree ("work_id") WHERE "page_facet"."work_id" is not null;--> statement-breakpoint
CREATE INDEX "title_beginning" ON "title" USING btree ("key" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "link_about" ON "link" USING btree ("to_id",("position" > 0),"from_id") WHERE "link"."kind" = 'about';--> statement-breakpoint
CREATE INDEX "search_row_page_words" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'page';--> statement-breakpoint
CREATE INDEX "search_row_fact_words" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'fact';--> statement-breakpoint
CREATE INDEX "search_row_source_words" ON "search_row" USING gin ("vector") WHERE "search_row"."kind" = 'source';--> statement-breakpoint
CREATE INDEX "search_row_page_label" ON "search_row" USING gin (label gin_trgm_ops) WHERE "search_row"."kind" = 'page';--> statement-breakpoint
CREATE INDEX "search_row_source_label" ON "search_row" USING gin (label gin_trgm_ops) WHERE "search_row"."kind" = 'source';--> statement-breakpoint
CREATE INDEX "audit_record_public_act" ON "audit_record" USING btree ("act","id") WHERE "audit_record"."is_public";--> statement-breakpoint
CREATE INDEX "audit_record_public_entry" ON "audit_record" USING btree ("entry_id","id") WHERE "audit_record"."is_public";--> statement-breakpoint
CREATE INDEX "audit_record_public_account" ON "audit_record" USING btree ("account_id","id") WHERE "audit_record"."is_public";--> statement-breakpoint
CREATE INDEX "audit_record_public_actor" ON "audit_record" USING btree ("actor_id","id") WHERE "audit_record"."is_public";--> statement-breakpoint
CREATE INDEX "audit_record_submission" ON "audit_record" USING btree (("detail" ->> 'submission'));--> statement-breakpoint
CREATE INDEX "revision_not_minor" ON "revision" USING btree ("sequence") WHERE not "revision"."is_minor";--> statement-breakpoint
CREATE INDEX "revision_as_of" ON "revision" USING btree ("entry_id","sequence");--> statement-breakpoint
CREATE INDEX "submission_author_state" ON "submission" USING btree ("author_id","state","id");--> statement-breakpoint
CREATE INDEX "fact_standing_list" ON "fact_standing" USING btree ("standing","sequence","entry_id");--> statement-breakpoint
CREATE INDEX "revision_created" ON "revision" USING btree ("created_at","author_id","via");--> statement-breakpoint
CREATE INDEX "submission_item_entry" ON "submission_item" USING btree ("entry_id","round_id");