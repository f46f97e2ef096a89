package io.migrator.api;

/**
 * Who is calling: an authenticated user and the one tenant it belongs to.
 *
 * @param name the user's name, as it appears in the history
 * @param tenant the tenant whose uploads the user may see
 */
public record Caller(String name, String tenant) {}
