/** The service, over HTTP. */
@NullMarked
package io.migrator.exporter.service;

import org.jspecify.annotations.NullMarked;
