package io.migrator.exporter.service;

/**
 * Why the service refuses a row.
 *
 * @param row from 1, without the header; 0 when it concerns the whole file
 * @param column empty when it concerns none
 */
public record Violation(int row, String column, String code, String message) {}
