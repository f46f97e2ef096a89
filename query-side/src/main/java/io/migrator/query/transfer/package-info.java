/**
 * Files that are written while they are sent: whole or in part, compressed or not, and told apart by a tag, in the way of RFC
 * 9110. What is in them is their makers' matter.
 */
@NullMarked
package io.migrator.query.transfer;

import org.jspecify.annotations.NullMarked;
