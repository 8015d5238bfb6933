package no.journeyledger.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A TCP proxy before PostgreSQL that loses a connection at a chosen moment, once. */
final class FlakyProxy implements AutoCloseable {

    /** What happens to the next bytes. */
    enum Fault {
        NONE,
        /** The server has handled the request; its answer is lost with the connection. */
        LOSE_ANSWER,
        /** The request is lost with the connection before the server sees it. */
        LOSE_REQUEST,
        /** The client loses the connection; the request reaches the server only when it is let through. */
        DELAY_REQUEST
    }

    private final ServerSocket listening;
    private final int target;
    private final AtomicReference<Fault> fault = new AtomicReference<>(Fault.NONE);
    private final CountDownLatch letThrough = new CountDownLatch(1);
    private final CountDownLatch handledLate = new CountDownLatch(1);

    FlakyProxy(int target) {
        try {
            this.target = target;
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    void next(Fault next) {
        fault.set(next);
    }

    /** Whether the fault has struck. */
    boolean struck() {
        return fault.get() == Fault.NONE;
    }

    /** Lets the delayed request through and waits until the server has answered it. */
    void letThrough() throws InterruptedException {
        letThrough.countDown();
        handledLate.await();
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                Thread.ofVirtual().start(() -> requests(client, server));
                Thread.ofVirtual().start(() -> answers(client, server));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void requests(Socket client, Socket server) {
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = server.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                byte[] bytes = Arrays.copyOf(buffer, read);
                if (fault.compareAndSet(Fault.LOSE_REQUEST, Fault.NONE)) {
                    server.close();
                    return;
                }
                if (fault.compareAndSet(Fault.DELAY_REQUEST, Fault.NONE)) {
                    client.close();
                    letThrough.await();
                    out.write(bytes);
                    out.flush();
                    return;
                }
                out.write(bytes);
                out.flush();
            }
            server.close();
        } catch (IOException | InterruptedException e) {
            // The connection is gone, as intended.
        }
    }

    private void answers(Socket client, Socket server) {
        try (server;
                client) {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (fault.compareAndSet(Fault.LOSE_ANSWER, Fault.NONE)) {
                    return;
                }
                if (letThrough.getCount() == 0 && client.isClosed()) {
                    handledLate.countDown();
                    return;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // The connection is gone, as intended.
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
