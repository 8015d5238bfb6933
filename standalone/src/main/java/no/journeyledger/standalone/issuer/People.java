package no.journeyledger.standalone.issuer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who can sign in: the people of the demonstration, further workers who have a file in the folder {@code people}, and, by their
 * id, citizens of whom nothing else is known. All of them with the one password in the folder.
 */
public final class People {

    /** A worker's file, named after their id. */
    private record WorkerFile(UUID service, List<String> roles) {}

    private final Path folder;
    private final List<Account> accounts;
    private final JsonMapper json = new JsonMapper();

    private People(Path folder, List<Account> accounts) {
        this.folder = folder;
        this.accounts = accounts;
    }

    /**
     * The people of an issuer.
     *
     * @param folder the issuer's folder
     * @param accounts the people it was started with
     */
    public static People in(Path folder, Collection<Account> accounts) {
        return new People(folder, List.copyOf(accounts));
    }

    List<Account> accounts() {
        return accounts;
    }

    /** The password everybody signs in with on this machine. */
    String password() {
        return SecretFiles.word(folder.resolve("password"));
    }

    /** Lets a worker sign in who is not known yet. */
    void add(UUID worker, UUID service, List<String> roles) {
        if (accounts.stream().noneMatch(known -> known.id().equals(worker))) {
            SecretFiles.write(file(worker), json.writeValueAsBytes(new WorkerFile(service, roles)));
        }
    }

    private Path file(UUID worker) {
        return folder.resolve("people").resolve(worker + ".json");
    }

    /** Who signs in with a name or an id. */
    Optional<Account> find(String nameOrId) {
        for (Account account : accounts) {
            if (account.name().equals(nameOrId) || account.id().toString().equals(nameOrId)) {
                return Optional.of(account);
            }
        }
        return id(nameOrId).map(id -> worker(id).orElseGet(() -> Account.citizen(id)));
    }

    private Optional<Account> worker(UUID id) {
        try {
            WorkerFile worker = json.readValue(Files.readAllBytes(file(id)), WorkerFile.class);
            return Optional.of(new Account(id, id.toString(), "worker", worker.service(), worker.roles()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            UUID id = UUID.fromString(text);
            return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
