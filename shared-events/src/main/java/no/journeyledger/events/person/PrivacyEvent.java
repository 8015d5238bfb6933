package no.journeyledger.events.person;

import java.time.LocalDate;
import java.util.UUID;
import no.journeyledger.events.LedgerEvent;
import no.journeyledger.events.LogicalType;
import no.journeyledger.events.NotPersonal;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a person's data as such: that they are held back from erasure, and that they were erased; and what binds
 * the log of who read. It names a person by their random id alone, so it can stay when everything else about them is unreadable.
 */
public sealed interface PrivacyEvent extends LedgerEvent {

    /**
     * A person's data must be kept for now, whatever else would let them be erased.
     *
     * @param hold its id
     * @param person whose data
     * @param statute the statute or the proceedings it rests on
     * @param until the last day it holds, {@code null} until lifted
     */
    @LogicalType("person.legal-hold-placed")
    record LegalHoldPlaced(
            UUID hold,
            UUID person,
            @NotPersonal("a statute") String statute,
            @Nullable LocalDate until) implements PrivacyEvent {}

    /** A legal hold was lifted. */
    @LogicalType("person.legal-hold-lifted")
    record LegalHoldLifted(UUID hold, UUID person) implements PrivacyEvent {}

    /**
     * The newest hash of the read log, so that what the log says up to there is bound by the ledger's own tree.
     *
     * @param entries how many entries the read log had
     * @param hash the hash of the last of them, in hexadecimal
     */
    @LogicalType("privacy.read-log-anchored")
    record ReadLogAnchored(
            long entries, @NotPersonal("a hash") String hash) implements PrivacyEvent {}

    /**
     * The person's key is destroyed with this entry: nothing sealed about them can be read any more, here or in any copy. The
     * history still verifies.
     *
     * @param person who
     * @param legalBasis what the erasure rests on
     * @param retentionVersion the version of the retention rules that allowed it
     */
    @LogicalType("person.person-erased")
    record PersonErased(
            UUID person,
            @NotPersonal("a statute") String legalBasis,
            @NotPersonal("a version") String retentionVersion) implements PrivacyEvent {}
}
