// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An application server loads, runs and drops an application many times in one process. */
class RedeploymentTest {
  /** The application: it traces one request and stops. */
  public static final class Application implements Runnable {
    @Override
    public void run() {
      try (Tracing tracing = Tracing.builder("app").start()) {
        tracing.tracer().spanBuilder("request").startSpan().end();
      }
    }
  }

  /** The application: what it exports is not answered before it stops. */
  public static final class Unanswered implements Runnable {
    @Override
    public void run() {
      try (Tracing tracing = start()) {
        tracing.tracer().spanBuilder("request").startSpan().end();
      }
    }

    private static Tracing start() {
      return Tracing.builder("app")
          .properties(
              Map.of(
                  Settings.TRACES_EXPORTER, "late",
                  Settings.METRICS_EXPORTER, "none",
                  Settings.LOGS_EXPORTER, "none"))
          .start();
    }
  }

  /** The answer comes at last: the export has failed. */
  public static final class LateAnswer implements Runnable {
    @Override
    public void run() {
      LateExporters.RESULT.fail();
    }
  }

  @Test
  void failureAfterTheEnd_needsNoClassOfTheApplication() throws Exception {
    Runnable answer;
    try (LogLines log = new LogLines();
        URLClassLoader loader = newLoader()) {
      answer = instance(loader, LateAnswer.class);
      run(loader, Unanswered.class);
      assertThat(log.warnings()).singleElement().asString().contains("Closed without an answer");
    }
    assertThatCode(answer::run).doesNotThrowAnyException();
  }

  /** At the end of a process our hook closes, and so does the server that stops its application. */
  @Test
  void secondClose_endsAfterTheFirst() throws Exception {
    try (LogLines log = new LogLines()) {
      Tracing tracing = Unanswered.start();
      tracing.tracer().spanBuilder("request").startSpan().end();
      Thread first = new Thread(tracing::close);
      first.start();
      await().atMost(Duration.ofSeconds(60)).until(() -> Tracing.current() != tracing);
      tracing.close();
      assertThat(log.warnings()).singleElement().asString().contains("Closed without an answer");
      first.join();
    }
  }

  @Test
  void closedTracing_leavesNoClassLoaderAndNoThread() throws Exception {
    try (CollectorStub collector = new CollectorStub();
        // Its cleaner is a thread that never ends, and each application would start one.
        SystemProperty lenient =
            new SystemProperty("io.opentelemetry.context.enableStrictContext", "false");
        StandardOutput out = new StandardOutput();
        SystemProperty endpoint = new SystemProperty(Settings.ENDPOINT, "" + collector.uri());
        SystemProperty exporters = new SystemProperty(Settings.TRACES_EXPORTER, "otlp,tree")) {
      List<WeakReference<ClassLoader>> dropped = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        dropped.add(deployOnce());
      }
      assertThat(out.trees()).isEqualTo(5);
      assertThat(collector.hasSpan("request")).isTrue();
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(
              () -> {
                System.gc();
                assertThat(dropped).allSatisfy(loader -> assertThat(loader.get()).isNull());
                assertThat(ourThreads()).isEmpty();
              });
    }
  }

  private static WeakReference<ClassLoader> deployOnce() throws Exception {
    try (URLClassLoader loader = newLoader()) {
      run(loader, Application.class);
      return new WeakReference<>(loader);
    }
  }

  private static URLClassLoader newLoader() throws MalformedURLException {
    return new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
  }

  static void run(ClassLoader loader, Class<? extends Runnable> application)
      throws ReflectiveOperationException {
    Thread.currentThread().setContextClassLoader(loader);
    try {
      instance(loader, application).run();
    } finally {
      Thread.currentThread().setContextClassLoader(RedeploymentTest.class.getClassLoader());
    }
  }

  private static Runnable instance(ClassLoader loader, Class<? extends Runnable> type)
      throws ReflectiveOperationException {
    return (Runnable) loader.loadClass(type.getName()).getConstructor().newInstance();
  }

  static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static List<String> ourThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("hopline-") || name.startsWith("BatchSpanProcessor"))
        .toList();
  }
}
