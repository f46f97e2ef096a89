/**
 * Queries that one side asks another through the query bus, and their answers.
 */
@NullMarked
package io.migrator.api.query;

import org.jspecify.annotations.NullMarked;
