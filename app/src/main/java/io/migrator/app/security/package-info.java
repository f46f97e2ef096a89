/**
 * Who is calling, and what they may do: users from the configuration by form login or HTTP Basic, users of an identity provider
 * by JWT, one tenant each; authorities per path and method; everything that is not listed is denied.
 */
@NullMarked
package io.migrator.app.security;

import org.jspecify.annotations.NullMarked;
