-- ANALYZE counts the elements of arrays one by one: while many records came in, that was a third of the database's work.
-- Nobody searches by a fence.
ALTER TABLE customers ALTER COLUMN fences SET STATISTICS 0;
ALTER TABLE customer_notes ALTER COLUMN fences SET STATISTICS 0;
ALTER TABLE payment_methods ALTER COLUMN fences SET STATISTICS 0;
ALTER TABLE tickets ALTER COLUMN fences SET STATISTICS 0;
ALTER TABLE recurring_purchases ALTER COLUMN fences SET STATISTICS 0;
ALTER TABLE communication_preferences ALTER COLUMN fences SET STATISTICS 0;
