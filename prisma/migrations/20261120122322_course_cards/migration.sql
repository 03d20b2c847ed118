-- AlterEnum
ALTER TYPE "CoursePart" ADD VALUE 'cards';


