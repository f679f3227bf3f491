// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static org.assertj.core.api.Assertions.assertThat;
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
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    try (URLClassLoader loader = new URLClassLoader(classPath(), platform)) {
      Class<?> type = loader.loadClass(Application.class.getName());
      Thread.currentThread().setContextClassLoader(loader);
      ((Runnable) type.getConstructor().newInstance()).run();
      return new WeakReference<>(loader);
    } finally {
      Thread.currentThread().setContextClassLoader(RedeploymentTest.class.getClassLoader());
    }
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
