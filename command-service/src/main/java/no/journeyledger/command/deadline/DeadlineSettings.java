package no.journeyledger.command.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How closely time is watched.
 *
 * @param poll how often to look whether a deadline has passed
 */
@ConfigurationProperties("ledger.deadlines")
record DeadlineSettings(@DefaultValue("5s") Duration poll) {}
