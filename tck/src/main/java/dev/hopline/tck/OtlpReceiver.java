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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An OTLP endpoint on the loopback address that hands on each span it receives. It takes what
 * OTLP/HTTP calls binary protobuf, plain or gzip, at {@code /v1/traces}; {@code /v1/metrics} and
 * {@code /v1/logs} are accepted and ignored. JSON and gRPC are not spoken.
 *
 * <p>Thread-safe. All threads are daemons, so that a receiver that nobody closes keeps no process
 * alive.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/#otlphttp">OTLP/HTTP</a>
 */
public final class OtlpReceiver implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(OtlpReceiver.class.getName());
  private static final int THREADS = 4;

  private final List<Consumer<ReceivedSpan>> listeners = new CopyOnWriteArrayList<>();
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
    server.createContext("/", new OtlpHandler(this::accept));
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
   * Adds a listener to the spans received from now on. It is called on the receiver's threads, more
   * than one at a time, and the exporter waits for it; what it throws is logged and goes no
   * further.
   *
   * @return this
   */
  public OtlpReceiver onSpan(Consumer<? super ReceivedSpan> listener) {
    listeners.add(listener::accept);
    return this;
  }

  private void accept(ReceivedSpan span) {
    for (Consumer<ReceivedSpan> listener : listeners) {
      try {
        listener.accept(span);
      } catch (RuntimeException e) {
        // The exporter is not to blame, and would send the whole batch again.
        LOG.log(Level.WARNING, "A listener of the OTLP receiver threw {0}", e.toString());
      }
    }
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
