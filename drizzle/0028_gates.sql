DROP INDEX "entry_shown";--> statement-breakpoint
ALTER TABLE "entry" ADD COLUMN "gate_kind" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "entry" ADD COLUMN "gate_page_id" bigint;--> statement-breakpoint
ALTER TABLE "page_kind" ADD COLUMN "released_by" text;--> statement-breakpoint
ALTER TABLE "entry" ADD CONSTRAINT "entry_gate_page_id_entry_id_fk" FOREIGN KEY ("gate_page_id") REFERENCES "public"."entry"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_gated" ON "entry" USING btree ("gate_page_id","kind") WHERE "entry"."gate_kind" <> 'none';--> statement-breakpoint
CREATE INDEX "entry_shown" ON "entry" USING btree ("kind","number","gate_kind","gate_page_id") WHERE "entry"."deleted_at" is null;--> statement-breakpoint
UPDATE "entry" SET "gate_kind" = "fact_facet"."gate_kind", "gate_page_id" = "fact_facet"."gate_page_id" FROM "fact_facet"
  WHERE "fact_facet"."entry_id" = "entry"."id" AND "fact_facet"."gate_kind" <> 'none';--> statement-breakpoint
ALTER TABLE "fact_facet" DROP CONSTRAINT "fact_facet_gate_page_id_entry_id_fk";--> statement-breakpoint
ALTER TABLE "fact_facet" DROP COLUMN "gate_kind";--> statement-breakpoint
ALTER TABLE "fact_facet" DROP COLUMN "gate_page_id";
