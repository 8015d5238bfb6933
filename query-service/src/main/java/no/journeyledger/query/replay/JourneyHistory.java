package no.journeyledger.query.replay;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.journeyledger.events.fund.FundEvent.FundOpened;
import no.journeyledger.store.EncodedEvent;
import no.journeyledger.store.LedgerReader;
import no.journeyledger.store.RecordedEvent;

/**
 * Everything the ledger recorded about a journey: on the journey itself, and on the funds it names for it.
 *
 * @param journey the journey
 * @param entries in recorded order
 * @param head the ledger position up to which this is all there is
 * @param funds the other aggregates that hold entries of it
 * @param sequence of the journey's own next entry
 */
public record JourneyHistory(UUID journey, List<RecordedEvent> entries, long head, Set<UUID> funds, long sequence) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** Reads it from the ledger; empty when nothing was recorded on such a journey. */
    static Optional<JourneyHistory> read(LedgerReader ledger, UUID journey) {
        JourneyHistory history = new JourneyHistory(journey, List.of(), 0, Set.of(), 0).readOn(ledger);
        return history.entries().isEmpty() ? Optional.empty() : Optional.of(history);
    }

    /** The same with what was recorded since: nothing that was recorded ever changes. */
    JourneyHistory readOn(LedgerReader ledger) {
        // The head first: what is recorded while this is read is left out as a whole.
        long newHead = ledger.head();
        if (newHead <= head) {
            return this;
        }
        List<EncodedEvent> own = upTo(newHead, ledger.readAggregate(journey, sequence));
        var found = new ArrayList<RecordedEvent>(own.size());
        own.forEach(event -> found.add(ledger.decode(event)));
        var newFunds = new HashSet<UUID>();
        if (!own.isEmpty()) {
            Set<UUID> named = named(own);
            named.removeAll(funds);
            newFunds.addAll(ledger.aggregatesAmong(named));
        }
        if (!funds.isEmpty()) {
            upTo(newHead, ledger.readNaming(journey, funds, head)).forEach(event -> found.add(ledger.decode(event)));
        }
        if (!newFunds.isEmpty()) {
            List<RecordedEvent> named = upTo(newHead, ledger.readNaming(journey, newFunds, 0)).stream()
                    .map(ledger::decode)
                    .toList();
            // Of what is named and is an aggregate, the funds: the first entry of each says what it is.
            newFunds.retainAll(named.stream()
                    .filter(event -> event.payload() instanceof FundOpened)
                    .map(RecordedEvent::aggregate)
                    .toList());
            named.stream().filter(event -> newFunds.contains(event.aggregate())).forEach(found::add);
        }
        if (found.isEmpty()) {
            return new JourneyHistory(journey, entries, newHead, funds, sequence);
        }
        newFunds.addAll(funds);
        found.addAll(entries);
        found.sort(Comparator.comparingLong(RecordedEvent::position));
        return new JourneyHistory(journey, List.copyOf(found), newHead, Set.copyOf(newFunds), sequence + own.size());
    }

    /** That a fund was opened, and what it is called, is no entry of the journey: it is there to name the fund by. */
    public static boolean isEntry(RecordedEvent event) {
        return !(event.payload() instanceof FundOpened);
    }

    private static List<EncodedEvent> upTo(long head, List<EncodedEvent> events) {
        return events.stream().filter(event -> event.position() <= head).toList();
    }

    /** Whatever the journey's own entries name may be a fund; the ledger is asked which of it is one. */
    private Set<UUID> named(List<EncodedEvent> own) {
        var texts = new HashSet<String>();
        for (EncodedEvent event : own) {
            Matcher id = ID.matcher(new String(event.payload(), StandardCharsets.ISO_8859_1));
            while (id.find()) {
                texts.add(id.group());
            }
        }
        texts.remove(journey.toString());
        var ids = new HashSet<UUID>();
        texts.forEach(text -> ids.add(UUID.fromString(text)));
        return ids;
    }
}
