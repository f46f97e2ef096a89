package io.migrator.api.command;

/**
 * The answer to {@link RequestRowsDispatch}.
 *
 * @param rows how many rows were ordered
 * @param remaining open rows that no order of the attempt covers yet
 */
public record OrderedRows(int rows, int remaining) {}
