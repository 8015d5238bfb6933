package no.journeyledger.command.edge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before PostgreSQL and counts how often it has answered one role: each {@code ReadyForQuery} ends a round trip.
 */
final class RoundTrips implements AutoCloseable {

    private static final int SSL_REQUEST = 80_877_103;

    private final String role;
    private final ServerSocket listening;
    private final AtomicLong count = new AtomicLong();
    private volatile int target;

    RoundTrips(String role) {
        this.role = role;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    /** Stands before the server at a port; gives its own. */
    int before(int port) {
        target = port;
        return listening.getLocalPort();
    }

    long count() {
        return count.get();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofPlatform().daemon().start(() -> connect(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            var in = new DataInputStream(client.getInputStream());
            var out = new DataOutputStream(server.getOutputStream());
            byte[] first = startup(in);
            if (code(first) == SSL_REQUEST) {
                out.write(first);
                client.getOutputStream().write(server.getInputStream().read());
                first = startup(in);
            }
            out.write(first);
            boolean counted = new String(first, StandardCharsets.UTF_8).contains("\0" + role + "\0");
            Thread requests = Thread.ofPlatform().daemon().start(() -> {
                try (server) {
                    in.transferTo(out);
                } catch (IOException e) {
                    // The connection ends.
                }
            });
            answers(
                    new DataInputStream(server.getInputStream()),
                    new DataOutputStream(client.getOutputStream()),
                    counted);
            requests.join();
        } catch (IOException | InterruptedException e) {
            // The connection ends.
        }
    }

    private static byte[] startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] message = new byte[length];
        java.nio.ByteBuffer.wrap(message).putInt(length);
        in.readFully(message, Integer.BYTES, length - Integer.BYTES);
        return message;
    }

    private static int code(byte[] startup) {
        return java.nio.ByteBuffer.wrap(startup).getInt(Integer.BYTES);
    }

    private void answers(DataInputStream in, DataOutputStream out, boolean counted) throws IOException {
        while (true) {
            byte type = in.readByte();
            int length = in.readInt();
            byte[] rest = in.readNBytes(length - Integer.BYTES);
            if (type == 'Z' && counted) {
                count.incrementAndGet();
            }
            byte[] message = new byte[1 + Integer.BYTES + rest.length];
            java.nio.ByteBuffer.wrap(message).put(type).putInt(length).put(rest);
            out.write(message);
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
