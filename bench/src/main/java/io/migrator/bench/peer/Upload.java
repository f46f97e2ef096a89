package io.migrator.bench.peer;

import java.util.UUID;

/**
 * A file whose migration is under way in the plain pipeline.
 *
 * @param number its key in the tables
 * @param settled rows that have their answer
 */
record Upload(int number, UUID id, String tenant, int rowCount, int settled, long sequence) {}
