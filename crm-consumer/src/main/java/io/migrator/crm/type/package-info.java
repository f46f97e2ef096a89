/** The seven file types as the reference target understands them, one class each, found by the service loader. */
@NullMarked
package io.migrator.crm.type;

import org.jspecify.annotations.NullMarked;
