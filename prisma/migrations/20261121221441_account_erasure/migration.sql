-- CreateTable
CREATE TABLE "RetiredPlace" (
    "statusIndex" INTEGER NOT NULL,

    CONSTRAINT "RetiredPlace_pkey" PRIMARY KEY ("statusIndex")
);


