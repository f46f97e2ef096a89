/**
 * The seven file types that the migrator comes with, each declared once and in one class. The columns are the contract with
 * those who write the files and with the target.
 */
@NullMarked
package io.migrator.api.filetypes.standard;

import org.jspecify.annotations.NullMarked;
