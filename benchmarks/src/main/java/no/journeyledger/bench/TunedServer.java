package no.journeyledger.bench;

import no.journeyledger.command.CommandServiceApplication;

/** Peer T's process: the command service with the stock framework's store in the place of the ledger's. */
final class TunedServer {

    private TunedServer() {}

    /** Arguments are Spring's: {@code --server.port}, {@code --tuned.url}, {@code --tuned.user}, {@code --tuned.pool}. */
    public static void main(String[] arguments) {
        CommandServiceApplication.application()
                .sources(TunedWiring.class)
                .properties("spring.main.allow-bean-definition-overriding=true")
                .run(arguments);
    }
}
