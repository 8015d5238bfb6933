package no.journeyledger.query.timeline;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.journeyledger.events.Actor;
import no.journeyledger.query.door.Asked;
import no.journeyledger.query.door.Opened;
import no.journeyledger.query.door.Opening;
import no.journeyledger.query.door.Sentences;
import no.journeyledger.store.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Words single entries of a journey as the timeline does, for whoever asks, leaving out what is closed to them. */
@Component
public final class EntryWording {

    private final Sentences sentences;
    private final Opened opened;
    private final Wording wording;

    EntryWording(Sentences sentences, Opened opened) {
        this.sentences = sentences;
        this.opened = opened;
        this.wording = new Wording(sentences, opened);
    }

    /**
     * An entry in words.
     *
     * @param position its place in the ledger
     * @param recordedAt when the ledger recorded it
     * @param effectiveAt when it took effect: may be earlier
     * @param type what kind of event it is
     * @param professional worded for the professional; not told to a person in their own session
     * @param citizen worded for the citizen
     */
    public record Worded(
            long position,
            Instant recordedAt,
            Instant effectiveAt,
            String type,
            Actor actor,
            @Nullable String professional,
            String citizen) {}

    /** Words the entries of one journey for one reader. */
    public interface Words {

        /** The entry in words, empty when it is closed to the reader. */
        Optional<Worded> of(RecordedEvent event);

        /** Whether nothing of the entry is kept from the reader. */
        boolean isWhollyOpen(RecordedEvent event);

        /** What somebody around the journey is called. */
        String name(UUID id);
    }

    /** Words for a reader, with the names that people around the journey have now. */
    public Words words(JdbcClient views, Asked asked) {
        Opening opening = asked.reading().opening();
        Locale language = asked.language();
        boolean professionally = !asked.reader().isPerson();
        var names = Names.around(views, opening, opened, sentences);
        var partly = opening.opensEverything() ? null : ForPerson.of(views, opening);
        return new Words() {
            private Optional<ForPerson.Seen> see(RecordedEvent event) {
                return partly == null ? Optional.of(new ForPerson.Seen(event.payload())) : partly.see(event.payload());
            }

            @Override
            public Optional<Worded> of(RecordedEvent event) {
                UUID actor = event.metadata().actor().id();
                return see(event)
                        .map(seen -> new Worded(
                                event.position(),
                                event.recordedAt(),
                                event.metadata().effectiveAt(),
                                event.type(),
                                event.metadata().actor(),
                                professionally
                                        ? wording.say(
                                                Wording.Audience.PROFESSIONAL,
                                                language,
                                                event.type(),
                                                seen.event(),
                                                actor,
                                                names)
                                        : null,
                                wording.say(
                                        Wording.Audience.CITIZEN, language, event.type(), seen.event(), actor, names)));
            }

            @Override
            public boolean isWhollyOpen(RecordedEvent event) {
                return see(event)
                        .filter(seen -> seen.untold().isEmpty() && seen.event().equals(event.payload()))
                        .isPresent();
            }

            @Override
            public String name(UUID id) {
                return names.of(id, language);
            }
        };
    }
}
