package io.migrator.saga.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a handler of outcomes: it is told of them while rows of the file wait to be sent. Afterwards, which for a small file is always,
 * there is nothing to order, and neither a saga is looked for nor a transaction begun ({@link ReadyRowsOnly}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OnlyWhileRowsAreReady {}
