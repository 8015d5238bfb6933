package no.journeyledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import no.journeyledger.store.RecordedEvent;
import no.journeyledger.store.axon.RecordedEvents;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Where Axon's processor meets a projection: events are collected while their unit of work lasts and written as one batch
 * just before it commits, in the same transaction as the token.
 */
final class ProjectionInvoker implements EventHandlerInvoker {

    private final ProjectionWriter writer;
    private final DataSource views;
    private final Progress progress;
    private final String batchKey;

    ProjectionInvoker(ProjectionWriter writer, DataSource views, Progress progress) {
        this.writer = writer;
        this.views = views;
        this.progress = progress;
        this.batchKey = "batch of " + writer.projection().name();
    }

    /** Every event is the projection's business, if only to note that it was seen: so a gap cannot hide. */
    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        UnitOfWork<?> unitOfWork = CurrentUnitOfWork.get();
        List<RecordedEvent> batch = unitOfWork.getOrComputeResource(batchKey, key -> {
            var events = new ArrayList<RecordedEvent>();
            unitOfWork.onPrepareCommit(u -> write(events));
            unitOfWork.afterCommit(u -> progress.advanced(
                    writer.projection().name(), events.getLast().position()));
            return events;
        });
        batch.add(RecordedEvents.of((TrackedEventMessage<?>) message));
    }

    private void write(List<RecordedEvent> events) {
        Connection connection = DataSourceUtils.getConnection(views);
        try {
            writer.apply(connection, events);
        } catch (SQLException e) {
            throw new ViewsUnavailable(writer.projection().name(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, views);
        }
    }

    /** A projection is never reset where it is asked; {@link Rebuilds} makes it anew beside. */
    @Override
    public boolean supportsReset() {
        return false;
    }
}
