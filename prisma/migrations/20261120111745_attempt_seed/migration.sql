-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "seed" UUID NOT NULL;

-- AlterTable
ALTER TABLE "AttemptResult" ADD COLUMN     "locale" TEXT NOT NULL;


