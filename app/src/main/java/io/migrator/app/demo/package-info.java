/**
 * The demonstration: sample files of every type with a known outcome, and the run that takes them the whole way over the REST
 * API and compares.
 */
@NullMarked
package io.migrator.app.demo;

import org.jspecify.annotations.NullMarked;
