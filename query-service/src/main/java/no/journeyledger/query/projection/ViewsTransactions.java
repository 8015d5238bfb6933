package no.journeyledger.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions on the views, shared by a projection's rows and Axon's tokens because both use the thread's connection. */
final class ViewsTransactions implements TransactionManager, ConnectionProvider {

    private final DataSource views;
    private final DataSource bound;
    private final JdbcTransactionManager manager;
    private final TransactionTemplate template;

    ViewsTransactions(DataSource views) {
        this.views = views;
        this.bound = new TransactionAwareDataSourceProxy(views);
        this.manager = new JdbcTransactionManager(views);
        this.template = new TransactionTemplate(manager);
    }

    DataSource views() {
        return views;
    }

    /** Something done on a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Something done on a connection, without a result. */
    interface Task {
        void on(Connection connection) throws SQLException;
    }

    void run(Task task) {
        call(connection -> {
            task.on(connection);
            return true;
        });
    }

    <T> T call(Work<T> work) {
        T result = template.execute(status -> {
            Connection connection = DataSourceUtils.getConnection(views);
            try {
                return work.on(connection);
            } catch (SQLException e) {
                throw new ViewsUnavailable("of the views", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, views);
            }
        });
        if (result == null) {
            throw new IllegalStateException("a transaction without a result");
        }
        return result;
    }

    @Override
    public Transaction startTransaction() {
        TransactionStatus status = manager.getTransaction(new DefaultTransactionDefinition());
        return new Transaction() {
            @Override
            public void commit() {
                if (status.isNewTransaction() && !status.isCompleted()) {
                    manager.commit(status);
                }
            }

            @Override
            public void rollback() {
                if (status.isNewTransaction() && !status.isCompleted()) {
                    manager.rollback(status);
                }
            }
        };
    }

    /** The transaction's connection when there is one; closing it leaves that one open. */
    @Override
    public Connection getConnection() throws SQLException {
        return bound.getConnection();
    }
}
