package io.migrator.query.upload;

/**
 * What runs for a tenant, for operations staff.
 *
 * @param files in progress
 * @param ready rows of theirs that have not been sent
 * @param pending rows of theirs that were sent and not answered
 */
record RunningMigrations(String tenant, long files, long ready, long pending) {}
