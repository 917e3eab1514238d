// SPDX-License-Identifier: EUPL-1.2
package nl.cims.registry;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Watches what the register asks its database: how often a dossier is read, and whether a line of
/// the access log is written on the same connection, which is to say in the same transaction.
public final class DossierReads implements BeanPostProcessor {

  private static final String READ = "FROM immunisation.state latest";
  private static final String LINE = "INSERT INTO accesslog.entry";

  private final AtomicInteger reads = new AtomicInteger();
  private final AtomicInteger unlogged = new AtomicInteger();

  /// How often a dossier was read.
  public int reads() {
    return reads.get();
  }

  /// How often a dossier was read without a line in the same transaction.
  public int unlogged() {
    return unlogged.get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source
        ? proxy(
            DataSource.class,
            source,
            (method, result) ->
                result instanceof Connection connection ? watched(connection) : result)
        : bean;
  }

  private Connection watched(Connection connection) {
    AtomicInteger read = new AtomicInteger();
    AtomicInteger lines = new AtomicInteger();
    return proxy(
        Connection.class,
        connection,
        (statement, result) -> {
          if (statement.contains(READ)) {
            read.incrementAndGet();
            reads.incrementAndGet();
          } else if (statement.contains(LINE)) {
            lines.incrementAndGet();
          } else if (statement.equals("close") && read.get() > lines.get()) {
            unlogged.addAndGet(read.getAndSet(0) - lines.get());
          }
          return result;
        });
  }

  private interface Watch {
    Object after(String what, Object result);
  }

  private static <T> T proxy(Class<T> type, T of, Watch watch) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                boolean prepares =
                    method.getName().equals("prepareStatement") && arguments[0] instanceof String;
                return watch.after(
                    prepares ? (String) arguments[0] : method.getName(),
                    method.invoke(of, arguments));
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
