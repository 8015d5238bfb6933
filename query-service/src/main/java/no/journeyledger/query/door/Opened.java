package no.journeyledger.query.door;

import no.journeyledger.events.Sealed;
import no.journeyledger.store.personal.KeyUnavailable;
import no.journeyledger.store.personal.PersonalDataVault;
import no.journeyledger.store.personal.TamperedSeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens sealed texts for whoever may read them. */
public final class Opened {

    /** Stands where a person's key was destroyed. */
    public static final String ERASED = "[erased]";

    /** Stands where a text does not open, or is not the one it is committed to. */
    public static final String UNREADABLE = "[unreadable]";

    private static final Logger log = LoggerFactory.getLogger(Opened.class);

    private final PersonalDataVault vault;

    /** Opens with the keys of the vault. */
    public Opened(PersonalDataVault vault) {
        this.vault = vault;
    }

    /** The text; {@value #ERASED} when nobody can read it any more, {@value #UNREADABLE} when something is wrong. */
    public String text(Sealed sealed) {
        try {
            return vault.open(sealed).orElse(ERASED);
        } catch (TamperedSeal | KeyUnavailable e) {
            log.error(
                    "a sealed text of person {} does not open: {}",
                    sealed.person(),
                    e.getClass().getSimpleName());
            return UNREADABLE;
        }
    }
}
