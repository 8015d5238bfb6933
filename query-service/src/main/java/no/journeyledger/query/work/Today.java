package no.journeyledger.query.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day it is in Norway. */
final class Today {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");

    private Today() {}

    static LocalDate by(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), NORWAY);
    }
}
