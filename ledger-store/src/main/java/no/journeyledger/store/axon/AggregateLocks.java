package no.journeyledger.store.axon;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.common.lock.LockFactory;

/**
 * One lock per aggregate within this process, so that its commands queue here instead of conflicting in the ledger. A
 * command that locks two aggregates does so in the order journey, then fund; should two ever wait for each other, the
 * patience ends it.
 */
final class AggregateLocks implements LockFactory {

    private final ConcurrentHashMap<String, Held> locks = new ConcurrentHashMap<>();
    private final long patienceNanos;

    AggregateLocks(Duration patience) {
        this.patienceNanos = patience.toNanos();
    }

    @Override
    public Lock obtainLock(String identifier) {
        Held held = locks.compute(identifier, (id, existing) -> {
            Held used = existing == null ? new Held(id) : existing;
            used.users++;
            return used;
        });
        boolean locked = false;
        try {
            locked = held.lock.tryLock(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (!locked) {
                leave(held);
            }
        }
        if (!locked) {
            throw new LockAcquisitionFailedException("other commands on the same aggregate took too long");
        }
        return held;
    }

    private void leave(Held held) {
        locks.computeIfPresent(held.identifier, (id, existing) -> --existing.users == 0 ? null : existing);
    }

    private final class Held implements Lock {

        private final String identifier;
        private final ReentrantLock lock = new ReentrantLock();
        private int users;

        Held(String identifier) {
            this.identifier = identifier;
        }

        @Override
        public void release() {
            lock.unlock();
            leave(this);
        }

        @Override
        public boolean isHeld() {
            return lock.isHeldByCurrentThread();
        }
    }
}
