/**
 * What every HTTP answer of the service has in common: problem documents (RFC 9457) with a code and a correlation id, the log
 * context of a request, and the OpenAPI document. Knows no feature of the sides and nothing about who is calling.
 */
@NullMarked
package io.migrator.app.web;

import org.jspecify.annotations.NullMarked;
