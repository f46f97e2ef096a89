/** A program that loads the projections with the history of a large file and says what each step costs; run by hand. */
package io.migrator.query.load;
