CREATE TABLE "account_deletion" (
	"account_id" bigint PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"neutral_name" text,
	"undone_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"listed_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "account_deletion" ADD CONSTRAINT "account_deletion_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_deletion_pending" ON "account_deletion" USING btree ("account_id") WHERE "account_deletion"."done_at" is null and "account_deletion"."undone_at" is null;--> statement-breakpoint
CREATE INDEX "account_deletion_unlisted" ON "account_deletion" USING btree ("account_id") WHERE "account_deletion"."listed_at" is null;--> statement-breakpoint
CREATE INDEX "audit_record_look_ups" ON "audit_record" USING btree ("id") WHERE "audit_record"."act" = 'account.look-up-networks';