package no.journeyledger.command.door;

import java.util.UUID;
import no.journeyledger.events.Sealed;
import no.journeyledger.store.personal.PersonalDataVault;
import org.jspecify.annotations.Nullable;

/** Seals what is personal before it goes any further than the door. */
public final class Sealing {

    private final PersonalDataVault vault;

    public Sealing(PersonalDataVault vault) {
        this.vault = vault;
    }

    /** A text that only this person's key opens. */
    public Sealed seal(UUID person, String text) {
        return vault.seal(person, text);
    }

    /** The same for a text that may be absent; a text without a word in it is absent. */
    public @Nullable Sealed sealIfAny(UUID person, @Nullable String text) {
        return text == null || text.isBlank() ? null : vault.seal(person, text);
    }
}
