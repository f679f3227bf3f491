// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** The HTTP side of {@link OtlpReceiver}: checks a request, answers it, and decodes its body. */
final class OtlpHandler implements HttpHandler {
  /** Above any batch of a default exporter, 512 spans, and below what harms a test. */
  static final int MAX_BODY_BYTES = 16 << 20;

  private static final String PROTOBUF = "application/x-protobuf";

  private final Listeners<byte[]> bodies;
  private final Listeners<ReceivedSpan> spans;
  private final Listeners<List<ReceivedHistogram>> histograms;

  OtlpHandler(
      Listeners<byte[]> bodies,
      Listeners<ReceivedSpan> spans,
      Listeners<List<ReceivedHistogram>> histograms) {
    this.bodies = bodies;
    this.spans = spans;
    this.histograms = histograms;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", PROTOBUF);
      try {
        send(exchange, 200, answer(exchange));
      } catch (Refusal refusal) {
        send(exchange, refusal.httpStatus, status(refusal.getMessage()));
      }
    }
  }

  private byte[] answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!List.of("/v1/traces", "/v1/metrics", "/v1/logs").contains(path)) {
      throw new Refusal(404, "nothing is received at " + path);
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      exchange.getResponseHeaders().set("Allow", "POST");
      throw new Refusal(405, "POST is expected");
    }
    byte[] body = body(exchange);
    bodies.accept(body);
    return switch (path) {
      case "/v1/metrics" -> metrics(body);
      case "/v1/logs" -> ExportLogsServiceResponse.getDefaultInstance().toByteArray();
      default -> traces(body);
    };
  }

  private byte[] traces(byte[] body) {
    decode(
            "ExportTraceServiceRequest",
            () -> OtlpSpans.decode(ExportTraceServiceRequest.parseFrom(body)))
        .forEach(spans);
    return ExportTraceServiceResponse.getDefaultInstance().toByteArray();
  }

  private byte[] metrics(byte[] body) {
    histograms.accept(
        decode(
            "ExportMetricsServiceRequest",
            () -> OtlpHistograms.decode(ExportMetricsServiceRequest.parseFrom(body))));
    return ExportMetricsServiceResponse.getDefaultInstance().toByteArray();
  }

  private static <T> T decode(String message, Decoding<T> decoding) {
    try {
      return decoding.decode();
    } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
      throw new Refusal(400, "not an " + message + ": " + e.getMessage());
    }
  }

  private interface Decoding<T> {
    T decode() throws InvalidProtocolBufferException;
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    String type = header(exchange, "Content-Type");
    if (type == null || !type.split(";", 2)[0].strip().equals(PROTOBUF)) {
      throw new Refusal(415, PROTOBUF + " is expected, not " + type);
    }
    String encoding = header(exchange, "Content-Encoding");
    InputStream in = exchange.getRequestBody();
    if (encoding == null || encoding.equals("identity")) {
      return bounded(in);
    }
    if (!encoding.equals("gzip")) {
      throw new Refusal(415, "gzip or no encoding is expected, not " + encoding);
    }
    try {
      return bounded(new GZIPInputStream(in));
    } catch (ZipException | EOFException e) {
      throw new Refusal(400, "not gzip: " + e.getMessage());
    }
  }

  /** Bounds what is read, not what is announced: the one may be missing, the other compressed. */
  private static byte[] bounded(InputStream in) throws IOException {
    byte[] body = in.readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      throw new Refusal(413, "at most " + MAX_BODY_BYTES + " bytes are expected");
    }
    return body;
  }

  private static @Nullable String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? null : value.toLowerCase(Locale.ROOT);
  }

  private static void send(HttpExchange exchange, int httpStatus, byte[] body) throws IOException {
    exchange.sendResponseHeaders(httpStatus, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /** A {@code google.rpc.Status}, of which OTLP uses field 2, the message. */
  private static byte[] status(String message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    out.writeString(2, message);
    out.flush();
    return bytes.toByteArray();
  }

  /** A request that is answered with an error. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int httpStatus;

    Refusal(int httpStatus, String message) {
      super(message, null, false, false);
      this.httpStatus = httpStatus;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
