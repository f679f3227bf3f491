// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtlpReceiverTest {
  private final OtlpReceiver receiver = OtlpReceiver.open();
  private final BlockingQueue<ReceivedSpan> received = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();

  OtlpReceiverTest() {
    receiver.onSpan(received::add);
  }

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void request_isAnsweredWithAnExportTraceServiceResponse() throws Exception {
    HttpResponse<byte[]> response = post("/v1/traces", BodyPublishers.ofByteArray(oneSpan(16)));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-protobuf");
    assertThat(ExportTraceServiceResponse.parseFrom(response.body()).hasPartialSuccess()).isFalse();
    assertThat(received).hasSize(1);
  }

  @Test
  void logs_areAcceptedAndIgnored() throws Exception {
    assertThat(post("/v1/logs", BodyPublishers.ofByteArray(oneSpan(16))).statusCode())
        .isEqualTo(200);
    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"/v1/traces, ExportTraceServiceRequest", "/v1/metrics, ExportMetricsServiceRequest"})
  void garbage_isABadRequest(String path, String expected) throws Exception {
    byte[] garbage = "no protobuf at all".getBytes(UTF_8);

    HttpResponse<byte[]> response = post(path, BodyPublishers.ofByteArray(garbage));

    assertThat(response.statusCode()).isEqualTo(400);
    // Field 2 of google.rpc.Status, length-delimited.
    assertThat(response.body()[0]).isEqualTo((byte) (2 << 3 | 2));
    assertThat(new String(response.body(), UTF_8)).contains("not an " + expected);
    assertThat(received).isEmpty();
  }

  @Test
  void idOfWrongLength_isABadRequest() throws Exception {
    HttpResponse<byte[]> response = post("/v1/traces", BodyPublishers.ofByteArray(oneSpan(15)));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(new String(response.body(), UTF_8)).contains("an id of 15 bytes where 16 are due");
    assertThat(received).isEmpty();
  }

  @Test
  void brokenGzip_isABadRequest() throws Exception {
    HttpRequest request =
        request("/v1/traces", BodyPublishers.ofByteArray(oneSpan(16)))
            .header("Content-Encoding", "gzip")
            .build();

    assertThat(send(request).statusCode()).isEqualTo(400);
  }

  @Test
  void truncatedGzip_isABadRequest() throws Exception {
    byte[] whole = gzip(oneSpan(16));
    HttpRequest request =
        request("/v1/traces", BodyPublishers.ofByteArray(whole, 0, whole.length - 12))
            .header("Content-Encoding", "gzip")
            .build();

    assertThat(send(request).statusCode()).isEqualTo(400);
  }

  @Test
  void json_isAnUnsupportedMediaType() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(receiver.endpoint().resolve("/v1/traces"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{}"))
            .build();

    assertThat(send(request).statusCode()).isEqualTo(415);
  }

  @Test
  void largeBody_isTooLarge() throws Exception {
    byte[] zeros = new byte[OtlpHandler.MAX_BODY_BYTES + 1];
    HttpRequest compressed =
        request("/v1/traces", BodyPublishers.ofByteArray(gzip(zeros)))
            .header("Content-Encoding", "gzip")
            .build();

    assertThat(send(compressed).statusCode()).isEqualTo(413);
    assertThat(post("/v1/traces", BodyPublishers.ofByteArray(zeros)).statusCode()).isEqualTo(413);
    assertThat(
            post("/v1/traces", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(zeros)))
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void otherPathsAndMethods_areRefused() throws Exception {
    assertThat(post("/v1/spans", BodyPublishers.noBody()).statusCode()).isEqualTo(404);
    HttpRequest get =
        HttpRequest.newBuilder(receiver.endpoint().resolve("/v1/traces")).GET().build();

    HttpResponse<byte[]> response = send(get);

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).hasValue("POST");
  }

  @Test
  void listenerThatThrows_keepsNobodyFromReceiving() throws Exception {
    receiver.onSpan(
        span -> {
          throw new IllegalStateException("of a listener");
        });
    BlockingQueue<ReceivedSpan> last = new LinkedBlockingQueue<>();
    receiver.onSpan(last::add);

    assertThat(post("/v1/traces", BodyPublishers.ofByteArray(oneSpan(16))).statusCode())
        .isEqualTo(200);
    assertThat(received).hasSize(1);
    assertThat(last).hasSize(1);
  }

  @Test
  void takenPort_isNamed() {
    assertThatThrownBy(() -> OtlpReceiver.open(receiver.port()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("The OTLP receiver cannot listen on port " + receiver.port());
  }

  @Test
  void threads_areDaemons() throws Exception {
    post("/v1/traces", BodyPublishers.ofByteArray(oneSpan(16)));

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(
            thread ->
                thread.getName().equals("otlp-receiver")
                    || thread.getName().equals("HTTP-Dispatcher"))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(Thread::isDaemon);
  }

  @Test
  void closedReceiver_freesItsPort() {
    int port = receiver.port();
    receiver.close();

    try (OtlpReceiver again = OtlpReceiver.open(port)) {
      assertThat(again.endpoint()).isEqualTo(URI.create("http://127.0.0.1:" + port));
    }
  }

  private static byte[] oneSpan(int traceIdBytes) {
    ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
    request
        .addResourceSpansBuilder()
        .addScopeSpansBuilder()
        .addSpansBuilder()
        .setTraceId(ByteString.copyFrom(new byte[traceIdBytes]))
        .setSpanId(ByteString.copyFrom(new byte[8]))
        .setName("one");
    return request.build().toByteArray();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  private HttpRequest.Builder request(String path, BodyPublisher body) {
    return HttpRequest.newBuilder(receiver.endpoint().resolve(path))
        .header("Content-Type", "application/x-protobuf")
        .POST(body);
  }

  private HttpResponse<byte[]> post(String path, BodyPublisher body) throws Exception {
    return send(request(path, body).build());
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofByteArray());
  }
}
