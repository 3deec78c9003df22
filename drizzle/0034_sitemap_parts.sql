DROP INDEX "entry_sitemap";--> statement-breakpoint
CREATE INDEX "entry_sitemap" ON "entry" USING btree ("kind",(("number" - 1) / 2000),"changed_at") WHERE "entry"."deleted_at" is null;