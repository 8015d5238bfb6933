package no.journeyledger.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Looks whether a port is free before anything else is started, so that the answer is one sentence. */
final class Ports {

    private Ports() {}

    /**
     * Refuses to go on when a port is taken.
     *
     * @param port the port on the loopback address; 0 is always free
     * @param service what wants it
     * @param setting the setting that chooses another
     */
    static void needFree(int port, String service, String setting) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new CannotStart("Port " + port + " is taken, so " + service
                    + " cannot start; stop whatever listens there, or set " + setting + " to another port.");
        }
    }
}
