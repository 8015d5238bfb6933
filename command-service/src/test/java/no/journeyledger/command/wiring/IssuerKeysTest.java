package no.journeyledger.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.cache.Cache;

/** When an issuer's keys are fetched anew, and what is believed while it is away. */
class IssuerKeysTest {

    private Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final IssuerKeys keys = new IssuerKeys(clock);
    private int fetched;
    private boolean away;

    private Object ask() {
        return String.valueOf(keys.get("issuer", () -> {
            if (away) {
                throw new java.net.ConnectException("away");
            }
            return "keys " + ++fetched;
        }));
    }

    private void after(Duration time) {
        now = now.plus(time);
    }

    @Test
    void keys_are_fetched_once_and_anew_after_some_minutes() {
        assertThat(ask()).isEqualTo("keys 1");
        after(Duration.ofMinutes(4));
        assertThat(ask()).isEqualTo("keys 1");
        after(Duration.ofMinutes(2));
        assertThat(ask()).isEqualTo("keys 2");
    }

    @Test
    void a_key_that_is_not_known_has_them_fetched_anew_but_not_more_often_than_once_a_second() {
        ask();
        after(Duration.ofSeconds(2));
        for (int i = 0; i < 100; i++) {
            keys.invalidate();
            ask();
            after(Duration.ofMillis(5));
        }
        assertThat(fetched).isEqualTo(2);
        after(Duration.ofSeconds(1));
        assertThat(ask()).as("what was asked for in that second is made good").isEqualTo("keys 3");
    }

    @Test
    void while_the_issuer_is_away_its_keys_are_believed_for_an_hour() {
        ask();
        away = true;
        after(Duration.ofMinutes(59));
        assertThat(ask()).isEqualTo("keys 1");
        after(Duration.ofMinutes(2));
        assertThatThrownBy(this::ask).isInstanceOf(Cache.ValueRetrievalException.class);
        away = false;
        after(Duration.ofSeconds(1));
        assertThat(ask()).isEqualTo("keys 2");
    }

    @Test
    void an_issuer_that_was_never_there_is_asked_again_by_the_next_token() {
        away = true;
        assertThatThrownBy(this::ask).isInstanceOf(Cache.ValueRetrievalException.class);
        away = false;
        assertThat(ask()).isEqualTo("keys 1");
    }
}
