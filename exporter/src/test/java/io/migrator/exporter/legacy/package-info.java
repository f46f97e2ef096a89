/** One old CRM in five technologies: the same customers and what belongs to them, in each kept in another way. */
@org.jspecify.annotations.NullMarked
package io.migrator.exporter.legacy;
