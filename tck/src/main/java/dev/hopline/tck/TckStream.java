// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** The types of what does nothing until somebody subscribes to it. */
enum TckStream {
  FLOW_PUBLISHER {
    @Override
    Flow.@Nullable Publisher<String> call(
        TckLater bean, Supplier<Flow.@Nullable Publisher<String>> source) {
      return bean.publisher(source);
    }
  },
  REACTIVE_STREAMS {
    @Override
    Flow.@Nullable Publisher<String> call(
        TckLater bean, Supplier<Flow.@Nullable Publisher<String>> source) {
      Publisher<String> result =
          bean.reactiveStreams(
              () -> {
                Flow.Publisher<String> publisher = source.get();
                return publisher == null ? null : FlowAdapters.toPublisher(publisher);
              });
      return result == null ? null : FlowAdapters.toFlowPublisher(result);
    }
  },
  UNI {
    @Override
    Flow.@Nullable Publisher<String> call(
        TckLater bean, Supplier<Flow.@Nullable Publisher<String>> source) {
      Uni<String> result =
          bean.uni(
              () -> {
                Flow.Publisher<String> publisher = source.get();
                return publisher == null ? null : Uni.createFrom().publisher(publisher);
              });
      return result == null ? null : result.toMulti();
    }
  },
  MULTI {
    @Override
    Flow.@Nullable Publisher<String> call(
        TckLater bean, Supplier<Flow.@Nullable Publisher<String>> source) {
      return bean.multi(
          () -> {
            Flow.Publisher<String> publisher = source.get();
            return publisher == null ? null : Multi.createFrom().publisher(publisher);
          });
    }
  };

  /** Has a method of that type return the source, or what the supplier comes to. */
  abstract Flow.@Nullable Publisher<String> call(
      TckLater bean, Supplier<Flow.@Nullable Publisher<String>> source);
}
