package no.journeyledger.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * HTTP load from kept-alive connections on one thread, cheap enough to share two cores with what it measures.
 *
 * <p>Closed loop: every client sends its next request when the last one was answered; finds the most a server does. Open
 * loop: requests are due at a fixed rate whether or not earlier ones were answered, and latency counts from the moment a
 * request was due, so a stall is charged to everyone who would have waited in it.
 */
final class LoadGenerator {

    /** What is sent: a whole HTTP request with its body. */
    @FunctionalInterface
    interface Requests {
        /** The request with this number, counted from 0 over all clients of the run. */
        byte[] numbered(long number);
    }

    /** Who wants to see each reply; times are {@link System#nanoTime()}. */
    @FunctionalInterface
    interface Replies {
        /** A reply came; it is valid during the call only. */
        void came(long number, long due, long arrived, HttpReply reply);
    }

    private static final long STALLED_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long PAUSE_NANOS = 50_000;

    private final InetSocketAddress server;
    private final int clients;
    private final Requests requests;
    private final Replies replies;

    LoadGenerator(InetSocketAddress server, int clients, Requests requests, Replies replies) {
        this.server = server;
        this.clients = clients;
        this.requests = requests;
        this.replies = replies;
    }

    /** As fast as the server answers, for this long. */
    Load closedLoop(Duration duration) throws IOException {
        return run(new Closed(duration.toNanos(), Long.MAX_VALUE));
    }

    /** As fast as the server answers, until this many requests were sent. */
    Load closedLoop(long requestsInAll) throws IOException {
        return run(new Closed(Long.MAX_VALUE, requestsInAll));
    }

    /** At a fixed rate, for this long. */
    Load openLoop(double perSecond, Duration duration) throws IOException {
        return run(new Open((long) (1e9 / perSecond), Math.max(1, (long) (perSecond * duration.toNanos() / 1e9))));
    }

    /** When requests are due. */
    private sealed interface Schedule {}

    private record Closed(long forNanos, long requests) implements Schedule {}

    private record Open(long everyNanos, long requests) implements Schedule {}

    private Load run(Schedule schedule) throws IOException {
        try (var selector = Selector.open()) {
            var connections = connect(selector);
            try {
                return new Run(selector, connections, schedule).toTheEnd();
            } finally {
                for (Connection connection : connections) {
                    connection.channel.close();
                }
            }
        }
    }

    private List<Connection> connect(Selector selector) throws IOException {
        var connections = new ArrayList<Connection>(clients);
        for (int i = 0; i < clients; i++) {
            connections.add(new Connection(selector));
        }
        return connections;
    }

    private final class Run {
        private final Selector selector;
        private final ArrayDeque<Connection> idle;
        private final Schedule schedule;
        private final Histogram latency = new Histogram(Duration.ofMinutes(2).toNanos(), 3);
        private final long start = System.nanoTime();
        private long sent;
        private long outstanding;
        private long accepted;
        private long refused;
        private int lastRefusedStatus;
        private String lastRefusal = "";
        private long lastReply = start;

        Run(Selector selector, List<Connection> connections, Schedule schedule) {
            this.selector = selector;
            this.idle = new ArrayDeque<>(connections);
            this.schedule = schedule;
        }

        Load toTheEnd() throws IOException {
            while (true) {
                long now = System.nanoTime();
                sendWhatIsDue(now);
                if (outstanding == 0 && nothingMoreIsDue(now)) {
                    break;
                }
                if (outstanding > 0 && now - lastReply > STALLED_NANOS) {
                    throw new IOException("no reply from " + server + " for 30 s, " + outstanding + " outstanding");
                }
                waitForReplies();
            }
            return new Load(
                    accepted, refused, lastRefusedStatus, lastRefusal, Duration.ofNanos(lastReply - start), latency);
        }

        private void sendWhatIsDue(long now) throws IOException {
            while (!idle.isEmpty() && !nothingMoreIsDue(now)) {
                long due = switch (schedule) {
                    case Closed closed -> now;
                    case Open open -> start + sent * open.everyNanos();
                };
                if (due > now) {
                    return;
                }
                if (outstanding == 0) {
                    lastReply = now;
                }
                idle.remove().send(requests.numbered(sent), sent, due);
                sent++;
                outstanding++;
            }
        }

        private boolean nothingMoreIsDue(long now) {
            return switch (schedule) {
                case Closed closed -> sent >= closed.requests() || now - start >= closed.forNanos();
                case Open open -> sent >= open.requests();
            };
        }

        private void waitForReplies() throws IOException {
            switch (schedule) {
                case Closed closed -> selector.select(this::ready, 10);
                case Open open -> {
                    // A selector waits in whole milliseconds, which is longer than a request takes.
                    if (selector.selectNow(this::ready) == 0) {
                        long untilDue = start + sent * open.everyNanos() - System.nanoTime();
                        if (idle.isEmpty() || untilDue > 0) {
                            LockSupport.parkNanos(Math.min(PAUSE_NANOS, Math.max(untilDue, 1_000)));
                        }
                    }
                }
            }
        }

        private void ready(SelectionKey key) {
            var connection = (Connection) key.attachment();
            try {
                if (key.isWritable()) {
                    connection.sendTheRest(key);
                }
                if (key.isReadable() && connection.receive()) {
                    answered(connection);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void answered(Connection connection) throws IOException {
            long now = System.nanoTime();
            lastReply = now;
            outstanding--;
            HttpReply reply = connection.reply;
            if (reply.accepted()) {
                accepted++;
                latency.recordValue(Math.max(1, now - connection.due));
            } else {
                refused++;
                lastRefusedStatus = reply.status();
                lastRefusal = reply.body();
            }
            replies.came(connection.number, connection.due, now, reply);
            boolean closing = reply.closesConnection();
            reply.clear();
            if (closing) {
                connection.reconnect();
            }
            idle.add(connection);
        }
    }

    private final class Connection {
        private final Selector selector;
        private final HttpReply reply = new HttpReply();
        private SocketChannel channel;
        private ByteBuffer out = ByteBuffer.allocate(0);
        private long number;
        private long due;

        Connection(Selector selector) throws IOException {
            this.selector = selector;
            this.channel = open();
        }

        private SocketChannel open() throws IOException {
            var opened = SocketChannel.open(server);
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
            opened.configureBlocking(false);
            opened.register(selector, SelectionKey.OP_READ, this);
            return opened;
        }

        void reconnect() throws IOException {
            channel.close();
            channel = open();
        }

        void send(byte[] request, long number, long due) throws IOException {
            this.number = number;
            this.due = due;
            out = ByteBuffer.wrap(request);
            channel.write(out);
            if (out.hasRemaining()) {
                Objects.requireNonNull(channel.keyFor(selector))
                        .interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
            }
        }

        void sendTheRest(SelectionKey key) throws IOException {
            channel.write(out);
            if (!out.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        }

        /** Reads what came; true when the reply is whole. */
        boolean receive() throws IOException {
            if (channel.read(reply.buffer()) < 0) {
                throw new EOFException("the server closed a connection without an answer");
            }
            return reply.whole();
        }
    }
}
