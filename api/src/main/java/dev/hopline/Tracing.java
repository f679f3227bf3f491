// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tracing of one service, from {@link Builder#start} to {@link #close}.
 *
 * <pre>{@code
 * try (Tracing tracing = Tracing.builder("prompts").console().start()) {
 *   ...
 * }
 * }</pre>
 *
 * <p>The settings are OpenTelemetry's own {@code otel.*} keys. What the builder is given wins over
 * system properties ({@code otel.exporter.otlp.endpoint}), these win over the environment ({@code
 * OTEL_EXPORTER_OTLP_ENDPOINT}); an empty value counts as unset. A wrong value never stops the
 * application: one line in the log says what is ignored and why.
 *
 * <p>{@code GlobalOpenTelemetry} is never set. Instances are thread-safe.
 */
public final class Tracing implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Tracing.class.getName());

  /*
   * The open ones, newest last. Static, because a feature that a ServiceLoader makes has no other
   * way to the application's tracing; per class loader, hence per application on a server. Each
   * leaves at its close, so a redeployment leaves nothing behind.
   */
  private static final Deque<Tracing> OPEN = new ConcurrentLinkedDeque<>();

  private final @Nullable RunningSdk sdk;
  private final boolean joined;
  private final OpenTelemetry openTelemetry;
  private final Tracer tracer;
  private final LastResort lastResort = new LastResort();
  private final HttpServerTracing server;
  private final HttpClientTracing client;
  private final Object closing = new Object();
  private boolean closed;

  private Tracing(@Nullable RunningSdk sdk, @Nullable OpenTelemetry other, HttpSettings http) {
    this.sdk = sdk;
    this.joined = other != null;
    this.openTelemetry =
        other != null ? other : sdk != null ? sdk.openTelemetry() : OpenTelemetry.noop();
    this.tracer = Instrumentation.tracer(openTelemetry);
    this.server = new HttpServerTracing(openTelemetry, http, lastResort, joined);
    this.client = new HttpClientTracing(openTelemetry, http, lastResort, joined);
  }

  /**
   * Tracing of a service that is named in code; all else may come from configuration.
   *
   * @param serviceName {@code service.name} of the service's spans
   * @throws IllegalArgumentException when the name is blank
   */
  public static Builder builder(String serviceName) {
    if (serviceName.isBlank()) {
      throw new IllegalArgumentException("serviceName is blank");
    }
    return new Builder().property(Settings.SERVICE_NAME, serviceName);
  }

  /** Tracing that takes everything, the service's name included, from configuration. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The most recently started tracing of this class loader that is still open, or null. It costs
   * one volatile read.
   */
  public static @Nullable Tracing current() {
    return OPEN.peekLast();
  }

  /**
   * An executor that runs each task with the context of the thread which submits it, so that spans
   * of the task are children of the span that is current there, and leaves its own threads clean.
   * Those of the platform, such as {@code ManagedExecutorService}, do so by themselves.
   *
   * @param executor runs the tasks, and is shut down with the one returned
   */
  public static ExecutorService propagating(ExecutorService executor) {
    return Context.taskWrapping(executor);
  }

  /** The same for tasks that run later, once or repeatedly. */
  public static ScheduledExecutorService propagating(ScheduledExecutorService executor) {
    return Context.taskWrapping(executor);
  }

  /** False when {@code otel.sdk.disabled=true} or when nothing could be built. */
  public boolean enabled() {
    return sdk != null || joined;
  }

  /**
   * Whether another tracing of this process was joined, which makes the spans of HTTP and of
   * {@code @WithSpan} by itself.
   */
  public boolean joined() {
    return joined;
  }

  /** The SDK, to make spans and metrics of one's own; {@link OpenTelemetry#noop} when disabled. */
  public OpenTelemetry openTelemetry() {
    return openTelemetry;
  }

  /** The tracer of the scope {@code dev.hopline}. */
  public Tracer tracer() {
    return tracer;
  }

  /** Starts server spans; the same instance on each call. */
  public HttpServerTracing server() {
    return server;
  }

  /** Starts client spans; the same instance on each call. */
  public HttpClientTracing client() {
    return client;
  }

  /**
   * Sends what has ended so far and stops. It takes 5 seconds at most, whatever the collector does,
   * and never throws; a second call waits for it. A shutdown hook does the same when nobody calls.
   */
  @Override
  public void close() {
    // The process ends: our hook closes, and the server its applications, whose classes go then.
    synchronized (closing) {
      if (!closed) {
        closed = true;
        OPEN.remove(this);
        lastResort.close();
        if (sdk != null) {
          sdk.close();
        }
      }
    }
  }

  /** Settings of a {@link Tracing} to start. Not thread-safe. */
  public static final class Builder {
    private final Map<String, String> properties = new HashMap<>();
    private boolean console;
    private @Nullable OpenTelemetry other;

    private Builder() {}

    /**
     * Where to send to: the collector's base address such as {@code http://localhost:4318}. It sets
     * {@code otel.exporter.otlp.endpoint}.
     */
    public Builder otlpEndpoint(URI endpoint) {
      return property(Settings.ENDPOINT, endpoint.toString());
    }

    /**
     * Prints each finished trace as a tree on standard output. It adds {@code tree} to {@code
     * otel.traces.exporter}; when that is unset, spans still go to the OTLP endpoint if one is set.
     */
    public Builder console() {
      console = true;
      return this;
    }

    /**
     * Adds settings by key; a later one wins over an earlier one.
     *
     * @throws NullPointerException when a key or a value is null
     */
    public Builder properties(Map<String, String> properties) {
      Map.copyOf(properties).forEach(this::property);
      return this;
    }

    /**
     * Joins another tracing of this process, such as quarkus-opentelemetry: no SDK is built, and
     * none closed. Server and client spans are the other's, which get their route; {@code @Traced}
     * and {@link Tracing#tracer()} add to its traces. The OpenTelemetry agent is joined unasked.
     *
     * @param other what the other tracing makes its spans with
     */
    public Builder join(OpenTelemetry other) {
      this.other = other;
      return this;
    }

    private Builder property(String key, String value) {
      properties.put(key, value);
      return this;
    }

    /**
     * Starts tracing. It never throws for what stands in the configuration: what is wrong is
     * reported in one line each and ignored, and when nothing can be built at all the tracing
     * returned is a disabled one.
     *
     * <p>Disabled by {@code otel.sdk.disabled=true} it builds nothing and starts no thread.
     */
    public Tracing start() {
      Settings settings = Settings.of(properties);
      if (console) {
        settings = Exporters.withTree(settings);
      }
      OpenTelemetry found = settings.isTrue(Settings.DISABLED) ? null : other(settings);
      RunningSdk sdk = found == null ? RunningSdk.start(settings) : null;
      Tracing tracing = new Tracing(sdk, found, http(settings, found != null || sdk != null));
      OPEN.addLast(tracing);
      if (sdk != null) {
        sdk.atExit(tracing::close);
      }
      return tracing;
    }

    private @Nullable OpenTelemetry other(Settings settings) {
      OpenTelemetry agent = Coexistence.agent(settings);
      if (agent == null && other == null) {
        return null;
      }
      LOG.info(
          "Tracing joins "
              + (agent == null ? "the application's OpenTelemetry" : "the OpenTelemetry agent")
              + ": server and client spans, exporters and sampler are that one's.");
      return agent == null ? other : agent;
    }

    /** Who has tracing disabled does not want to hear of what is wrong with it. */
    private static HttpSettings http(Settings settings, boolean enabled) {
      SettingsReader reader = new SettingsReader(settings, enabled ? LOG::warning : unheard -> {});
      reader.checkKeys(HttpSettings.keys());
      return new HttpSettings(reader);
    }
  }
}
