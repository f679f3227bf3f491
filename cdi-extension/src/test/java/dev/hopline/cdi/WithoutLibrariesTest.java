// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hopline.Traced;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither Mutiny nor Reactive Streams is on the class path of any test here. */
class WithoutLibrariesTest {
  @ParameterizedTest
  @ValueSource(strings = {"io.smallrye.mutiny.Uni", "org.reactivestreams.Publisher"})
  void library_isNotThere(String type) {
    assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void publisher_endsTheSpanAtItsCompletion() {
    try (var application = Application.start(Work.class);
        var source = new SubmissionPublisher<String>(Runnable::run, 1)) {
      application.bean(Work.class).publisher(source).subscribe(new Ignored());
      assertThat(application.spans()).isEmpty();
      source.close();
      assertThat(application.onlySpan().getName()).isEqualTo("Work.publisher");
    }
  }

  @ApplicationScoped
  static class Work {
    @Traced
    Flow.Publisher<String> publisher(Flow.Publisher<String> source) {
      return source;
    }
  }

  private static final class Ignored implements Flow.Subscriber<String> {
    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String item) {}

    @Override
    public void onError(Throwable error) {}

    @Override
    public void onComplete() {}
  }
}
