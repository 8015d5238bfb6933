package no.journeyledger.command.door;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import no.journeyledger.events.Sealed;
import no.journeyledger.store.personal.KeysNotKept;
import no.journeyledger.store.personal.PersonKeys;
import no.journeyledger.store.personal.PersonalDataVault;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Seals what is personal before it goes any further than the door.
 *
 * <p>It is done on a few platform threads: the encryption library keeps its source of randomness per thread and makes it
 * anew, with a search through the class path, on every virtual thread. That was measured as 75 to 95 microseconds of
 * processor time a text, and 8 to 17 here.
 */
public final class Sealing implements AutoCloseable {

    private final PersonalDataVault vault;
    private final PersonalDataVault forTrying;
    private final ExecutorService sealers = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().name("sealing-", 0).daemon().factory());

    /**
     * Seals.
     *
     * @param keys the persons' keys; trying a command makes none
     */
    public Sealing(PersonKeys keys) {
        this.vault = new PersonalDataVault(keys);
        this.forTrying = new PersonalDataVault(new KeysNotKept(keys));
    }

    /** A text that only this person's key opens. */
    public Sealed seal(UUID person, String text) {
        PersonalDataVault sealer =
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                                && Calls.isDryRun(attributes.getRequest())
                        ? forTrying
                        : vault;
        try {
            return CompletableFuture.supplyAsync(() -> sealer.seal(person, text), sealers)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** The same for a text that may be absent; a text without a word in it is absent. */
    public @Nullable Sealed sealIfAny(UUID person, @Nullable String text) {
        return text == null || text.isBlank() ? null : seal(person, text);
    }

    @Override
    public void close() {
        sealers.shutdown();
    }
}
