// SPDX-License-Identifier: Apache-2.0
package dev.hopline.demo;

import dev.hopline.Tracing;
import dev.hopline.demo.Caller.Answer;
import dev.hopline.tck.OtlpReceiver;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts the platform, sends a good, a failing and a slow request, and prints each as one trace. It
 * is run from the project's directory and exits with 0 only if every trace is complete.
 */
public final class Demo {
  private static final String ENDPOINT_VARIABLE = "OTEL_EXPORTER_OTLP_ENDPOINT";

  /** Held, so that its level is not forgotten: how tracing starts is for the services' logs. */
  private static final Logger TRACING_LOG = Logger.getLogger("dev.hopline");

  private static final Duration TRACE_LIMIT = Duration.ofSeconds(15);

  private final PrintStream out;
  private final Arguments arguments;
  private final Build build = new Build(Path.of(""));
  private final Arrivals arrivals = new Arrivals();

  private Demo(PrintStream out, Arguments arguments) {
    this.out = out;
    this.arguments = arguments;
  }

  public static void main(String[] args) {
    TRACING_LOG.setLevel(Level.WARNING);
    try {
      new Demo(System.out, Arguments.parse(args)).run();
    } catch (DemoFailure | IllegalStateException e) {
      System.err.println("demo: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() {
    @Nullable String elsewhere = System.getenv(ENDPOINT_VARIABLE);
    if (elsewhere == null || elsewhere.isBlank()) {
      try (OtlpReceiver receiver = OtlpReceiver.open().onSpan(arrivals)) {
        run(settings(receiver), null);
      }
    } else {
      run(Map.of("otel.bsp.schedule.delay", "200"), elsewhere);
    }
  }

  /** Whatever the environment wants: these spans are to come to the demo's own receiver. */
  private static Map<String, String> settings(OtlpReceiver receiver) {
    Map<String, String> settings = new HashMap<>();
    settings.put("otel.exporter.otlp.endpoint", receiver.endpoint().toString());
    settings.put("otel.exporter.otlp.protocol", "http/protobuf");
    settings.put("otel.traces.exporter", "otlp");
    settings.put("otel.traces.sampler", "parentbased_always_on");
    settings.put("otel.propagators", "tracecontext,baggage");
    settings.put("otel.sdk.disabled", "false");
    settings.put("otel.bsp.schedule.delay", "200");
    return settings;
  }

  private void run(Map<String, String> settings, @Nullable String elsewhere) {
    List<Service> services = Service.all(arguments.firstPort(), samples());
    try (Tracing tracing = Tracing.builder("demo").properties(settings).start();
        Platform platform = new Platform(build, settings, elsewhere != null)) {
      Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "close-platform"));
      start(platform, services);
      Caller caller = new Caller(tracing, services.get(0));
      for (Call call : Call.THE_DEMO) {
        caller.warmUp(call.path());
      }
      for (Call call : Call.THE_DEMO) {
        out.printf("%n%s: GET %s%n", call.title(), call.path());
        Answer answer = call(caller, call);
        out.print(elsewhere == null ? report(call, answer) : "trace " + answer.traceId() + "\n");
      }
      if (elsewhere != null) {
        out.printf("%nThe traces are at %s, the value of %s.%n", elsewhere, ENDPOINT_VARIABLE);
      }
      if (arguments.keep()) {
        keep(services.get(0));
      }
    }
  }

  private List<Sample> samples() {
    if (build.canRun(Sample.HELIDON)) {
      return List.of(Sample.values());
    }
    out.println(
        "All services run on Quarkus: Helidon needs a JDK 21 or newer, and none was found.");
    return List.of(Sample.QUARKUS);
  }

  private void start(Platform platform, List<Service> services) {
    out.println("Starting five services; their logs are in demo-platform/target/logs");
    List<ServiceProcess> processes = platform.start(services);
    for (int i = 0; i < processes.size(); i++) {
      Service service = services.get(i);
      Duration time = processes.get(i).awaitReady();
      out.printf(
          "  %-12s %-8s %s  ready after %.1f s%n",
          service.name(), service.sample().title, service.uri(), time.toMillis() / 1000.0);
    }
  }

  private static Answer call(Caller caller, Call call) {
    Answer answer = caller.call(call.path());
    if (answer.httpStatus() != call.httpStatus()) {
      throw new DemoFailure(
          "GET %s was answered with %d, not %d"
              .formatted(call.path(), answer.httpStatus(), call.httpStatus()));
    }
    return answer;
  }

  private String report(Call call, Answer answer) {
    return Report.of(arrivals.await(answer.traceId(), call.hops(), TRACE_LIMIT));
  }

  private void keep(Service gate) {
    out.printf("%nRunning until Ctrl-C. Try: curl '%s/chat/grace-1?slow=identity'%n", gate.uri());
    while (true) {
      out.println();
      out.print(Report.of(arrivals.awaitOther()));
    }
  }
}
