package io.migrator.app.security;

/** Someone, or something, that belongs to one tenant. */
interface TenantMember {

    /** The tenant's name. */
    String tenant();
}
