package io.migrator.bench.peer;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A customer as the import's table has it; what the file leaves empty is null. */
record Customer(
        String externalId,
        @Nullable String title,
        String firstName,
        String lastName,
        LocalDate dateOfBirth,
        @Nullable String email,
        @Nullable String mobile,
        @Nullable String addressLine1,
        @Nullable String addressLine2,
        @Nullable String suburb,
        @Nullable String state,
        @Nullable String postcode,
        @Nullable String country,
        String accountStatus,
        @Nullable OffsetDateTime registeredAt,
        @Nullable Boolean emailVerified,
        @Nullable String locale,
        @Nullable LocalDate selfExcludedUntil,
        @Nullable Long weeklySpendLimitCents) {}
