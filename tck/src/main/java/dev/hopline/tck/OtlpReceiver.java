// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * An OTLP endpoint on the loopback address that hands on the spans and histograms it receives. It
 * takes what OTLP/HTTP calls binary protobuf, plain or gzip, at {@code /v1/traces}, {@code
 * /v1/metrics} and {@code /v1/logs}; of the latter it hands on nothing but the bytes. JSON and gRPC
 * are not spoken.
 *
 * <p>Listeners are called on the receiver's threads, more than one at a time, and the exporter
 * waits for them; what they throw is logged and goes no further.
 *
 * <p>Thread-safe. All threads are daemons, so that a receiver that nobody closes keeps no process
 * alive.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP/HTTP</a>
 */
public final class OtlpReceiver implements AutoCloseable {
  private static final int THREADS = 4;

  private final Listeners<byte[]> bodies = new Listeners<>();
  private final Listeners<ReceivedSpan> spans = new Listeners<>();
  private final Listeners<List<ReceivedHistogram>> histograms = new Listeners<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, this::daemon);
  private final HttpServer server;

  private OtlpReceiver(int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      threads.shutdown();
      throw new IllegalStateException(
          "The OTLP receiver cannot listen on port %d (%s): close what does, or take another port"
              .formatted(port, e.getMessage()),
          e);
    }
    server.setExecutor(threads);
    server.createContext("/", new OtlpHandler(bodies, spans, histograms));
  }

  /** Opens a receiver on a free port. */
  public static OtlpReceiver open() {
    return open(0);
  }

  /**
   * Opens a receiver.
   *
   * @param port the port, or 0 for a free one
   * @throws IllegalStateException if the port is taken; the message is fit for a terminal
   */
  public static OtlpReceiver open(int port) {
    OtlpReceiver receiver = new OtlpReceiver(port);
    receiver.start();
    return receiver;
  }

  private void start() {
    try {
      // The server's own thread is a daemon only if the one that starts it is.
      CompletableFuture.runAsync(server::start, threads).join();
    } catch (CompletionException e) {
      close();
      throw e;
    }
  }

  private Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "otlp-receiver");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Adds a listener to the spans received from now on.
   *
   * @return this
   */
  public OtlpReceiver onSpan(Consumer<? super ReceivedSpan> listener) {
    spans.add(listener);
    return this;
  }

  /**
   * Adds a listener to the histograms received from now on; it gets all series of an export at
   * once.
   *
   * @return this
   */
  public OtlpReceiver onHistograms(Consumer<? super List<ReceivedHistogram>> listener) {
    histograms.add(listener);
    return this;
  }

  /**
   * Adds a listener to the bytes of each export received from now on, of whatever signal,
   * uncompressed: for those who look for what must not be there.
   *
   * @return this
   */
  public OtlpReceiver onBody(Consumer<? super byte[]> listener) {
    bodies.add(listener);
    return this;
  }

  /** The base URI, to be the value of {@code otel.exporter.otlp.endpoint}. */
  public URI endpoint() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return URI.create(
        "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
  }

  /** The port that is listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops listening; requests in flight are cut off. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
