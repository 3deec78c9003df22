CREATE TABLE "held_name" (
	"key_hash" text PRIMARY KEY NOT NULL,
	"account_id" bigint,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "held_name" ADD CONSTRAINT "held_name_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;