CREATE INDEX "held_name_account" ON "held_name" USING btree ("account_id") WHERE "held_name"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "network_trace_account" ON "network_trace" USING btree ("account_id","id") WHERE "network_trace"."account_id" is not null;--> statement-breakpoint
CREATE INDEX "audit_record_actor" ON "audit_record" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "stored_object_by" ON "stored_object" USING btree ("uploaded_by_id","sha256");--> statement-breakpoint
CREATE INDEX "news_mail_account" ON "news_mail" USING btree ("account_id","id");--> statement-breakpoint
CREATE INDEX "report_by" ON "report" USING btree ("by_id","id") WHERE "report"."by_id" is not null;--> statement-breakpoint
CREATE INDEX "decision_by" ON "decision" USING btree ("by_id","round_id");--> statement-breakpoint
CREATE INDEX "vote_account" ON "vote" USING btree ("account_id","round_id");--> statement-breakpoint
CREATE INDEX "patrol_by" ON "patrol" USING btree ("by_id","revision_id");--> statement-breakpoint
CREATE INDEX "comment_author" ON "comment" USING btree ("author_id","id");--> statement-breakpoint
CREATE INDEX "thread_closed_by" ON "thread" USING btree ("closed_by_id","id") WHERE "thread"."closed_by_id" is not null;