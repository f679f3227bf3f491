// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static io.opentelemetry.api.common.AttributeKey.longKey;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hopline.HttpClientRequest;
import dev.hopline.Tracing;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.SpanData;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Which calls of retried methods say that they are resent; on runtimes a contract asks the same.
 */
class AttemptTest {
  /** OpenWebBeans proceeds to the interceptors within another one once, and then to the method. */
  private static final String ONCE_ON_OPENWEBBEANS = "weld";

  private static Application application;

  @BeforeAll
  static void start() {
    application = Application.start(Shop.class, RetriedShop.class, Retries.class);
  }

  @AfterEach
  void reset() {
    application.reset();
  }

  @AfterAll
  static void end() {
    application.close();
  }

  private static List<Long> resends(int spans) {
    return application.spans(spans).stream().map(AttemptTest::resends).toList();
  }

  private static Long resends(SpanData span) {
    return span.getAttributes().get(longKey("http.request.resend_count"));
  }

  @Test
  @Tag(ONCE_ON_OPENWEBBEANS)
  void callsOfRetriedMethod_areCounted() {
    application.bean(Shop.class).retried();
    assertThat(resends(Retries.TIMES)).containsExactly(null, 1L, 2L);
  }

  @Test
  @Tag(ONCE_ON_OPENWEBBEANS)
  void callsOfRetriedClass_areCounted() {
    application.bean(RetriedShop.class).call();
    assertThat(resends(Retries.TIMES)).containsExactly(null, 1L, 2L);
  }

  @Test
  @Tag(ONCE_ON_OPENWEBBEANS)
  void nextInvocation_beginsAnew() {
    application.bean(Shop.class).retried();
    application.bean(Shop.class).retried();
    assertThat(resends(2 * Retries.TIMES)).containsExactly(null, 1L, 2L, null, 1L, 2L);
  }

  @Test
  void otherMethods_countNothing() {
    application.bean(Shop.class).plain();
    application.bean(Shop.class).plain();
    assertThat(resends(2)).containsExactly(null, null);
  }

  private static void call() {
    Tracing.current().client().start(Context.current(), "", new Request()).end(503, null);
  }

  @ApplicationScoped
  static class Shop {
    @Retry
    void retried() {
      call();
    }

    void plain() {
      call();
    }
  }

  @Retry
  @ApplicationScoped
  static class RetriedShop {
    void call() {
      AttemptTest.call();
    }
  }

  /** Proceeds several times, where and as Fault Tolerance does. */
  @Retry
  @Interceptor
  @Priority(Interceptor.Priority.PLATFORM_AFTER + 10)
  static class Retries {
    static final int TIMES = 3;

    @AroundInvoke
    Object retry(InvocationContext call) throws Exception {
      Object result = null;
      for (int i = 0; i < TIMES; i++) {
        result = call.proceed();
      }
      return result;
    }
  }

  private static final class Request implements HttpClientRequest<String> {
    @Override
    public String method(String request) {
      return "GET";
    }

    @Override
    public URI uri(String request) {
      return URI.create("http://a.example/");
    }

    @Override
    public String header(String request, String name) {
      return null;
    }

    @Override
    public void set(String request, String key, String value) {}
  }
}
