// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopline.Tracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import io.opentelemetry.context.Scope;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CompletableFuture;
import org.jboss.resteasy.concurrent.ContextualExecutors;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.ResteasyContext.CloseableContext;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jboss.resteasy.spi.concurrent.ThreadContext;
import org.jboss.resteasy.spi.concurrent.ThreadContexts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As on Open Liberty, where the application has services for RESTEasy that RESTEasy cannot use. */
class HiddenContextsTest {
  private static final ContextKey<String> KEY = ContextKey.named("key");

  private final RuntimeDelegate delegateBefore = RuntimeDelegate.getInstance();
  private final ClassLoader loaderBefore = Thread.currentThread().getContextClassLoader();
  private final ResteasyDeployment deployment = new ResteasyDeploymentImpl();
  private final Tracing tracing =
      Tracing.builder("test")
          .properties(
              Map.of(
                  "otel.traces.exporter", "none",
                  "otel.metrics.exporter", "none",
                  "otel.logs.exporter", "none"))
          .start();

  @TempDir Path classPath;

  // Jersey is on the class path, too, and comes first.
  @BeforeEach
  void useResteasy() {
    ResteasyProviderFactoryImpl providers = new ResteasyProviderFactoryImpl();
    RuntimeDelegate.setInstance(providers);
    deployment.setDispatcher(new SynchronousDispatcher(providers));
  }

  @AfterEach
  void leaveAsItWas() {
    ResteasyContext.clearContextData();
    Thread.currentThread().setContextClassLoader(loaderBefore);
    RuntimeDelegate.setInstance(delegateBefore);
    tracing.close();
  }

  @Test
  void taskOfARequest_hasTheContextOfItsCaller() throws Exception {
    hideResteasy();
    assertThatThrownBy(HiddenContextsTest::keyInTask).isInstanceOf(ServiceConfigurationError.class);
    HiddenContexts.install(deployment);

    try (CloseableContext ignored = request();
        Scope caller = Context.root().with(KEY, "caller's").makeCurrent()) {
      assertThat(keyInTask()).isEqualTo("caller's");
    }
  }

  @Test
  void contextOfOneClient_isNotThatOfOtherRequests() throws Exception {
    hideResteasy();
    HiddenContexts.install(deployment);
    Counting clients = new Counting();

    try (CloseableContext ignored = request();
        Scope caller = Context.root().with(KEY, "caller's").makeCurrent()) {
      ResteasyContext.computeIfAbsent(ThreadContexts.class, ThreadContexts::new).add(clients);
      assertThat(keyInTask()).isEqualTo("caller's");
    }
    assertThat(clients.captures).isEqualTo(1);

    try (CloseableContext ignored = request()) {
      keyInTask();
    }
    assertThat(clients.captures).isEqualTo(1);
  }

  @Test
  void taskBesideRequests_isRun_withNothingOfOursOnItsThread() throws Exception {
    hideResteasy();

    HiddenContexts.provide();

    assertThat(keyInTask()).isNull();
    assertThat(ResteasyContext.getContextData(ThreadContexts.class).getClass())
        .isEqualTo(ThreadContexts.class);
    assertThat(Thread.currentThread().getContextClassLoader()).isNotEqualTo(loaderBefore);
  }

  @Test
  void resteasyThatCanReadServices_isLeftAlone() {
    HiddenContexts.install(deployment);

    assertThat(deployment.getDispatcher().getDefaultContextObjects())
        .doesNotContainKey(ThreadContexts.class);
  }

  /** The class that the services name is there, but is nothing to RESTEasy. */
  private void hideResteasy() throws Exception {
    Path file = classPath.resolve("META-INF/services/" + ThreadContext.class.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, HiddenContextsTest.class.getName());
    URL[] urls = {classPath.toUri().toURL()};
    Thread.currentThread().setContextClassLoader(new URLClassLoader(urls, loaderBefore));
  }

  private CloseableContext request() {
    Map<Class<?>, Object> data = new HashMap<>();
    deployment.getDispatcher().getDefaultContextObjects().forEach(data::put);
    return ResteasyContext.addCloseableContextDataLevel(data);
  }

  private static String keyInTask() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    Runnable task = ContextualExecutors.runnable(() -> seen.complete(Context.current().get(KEY)));
    Thread thread = new Thread(task);
    thread.start();
    thread.join();
    return seen.join();
  }

  private static final class Counting implements ThreadContext<Object> {
    private int captures;

    @Override
    public Object capture() {
      captures++;
      return this;
    }

    @Override
    public void push(Object context) {}

    @Override
    public void reset(Object context) {}
  }
}
