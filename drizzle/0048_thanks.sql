CREATE TABLE "thanks" (
	"revision_id" bigint NOT NULL,
	"by_id" bigint NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thanks_revision_id_by_id_pk" PRIMARY KEY("revision_id","by_id")
);
--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_revision_id_revision_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thanks" ADD CONSTRAINT "thanks_by_id_account_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;