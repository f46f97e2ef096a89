package io.migrator.command.intake;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the business's days begin and end.
 *
 * @param zone in which "today" and the end of a day are meant
 */
@ConfigurationProperties("migrator")
record ZoneSettings(@DefaultValue("UTC") ZoneId zone) {}
