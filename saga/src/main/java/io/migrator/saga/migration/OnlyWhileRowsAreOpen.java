package io.migrator.saga.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler of outcomes: it is told of them while rows of the file are open. After the last, which of a small file are mostly the
 * only ones, nothing can be left to order, and neither a saga is looked for nor a transaction begun ({@link OpenRowsOnly}).
 *
 * <p>Rows that are pending count: a migration that was resumed orders those again that were sent before and never answered.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OnlyWhileRowsAreOpen {}
