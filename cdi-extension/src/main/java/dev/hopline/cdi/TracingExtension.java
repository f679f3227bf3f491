// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import static java.util.Objects.requireNonNull;

import dev.hopline.Traced;
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hopline on Weld and OpenWebBeans; on ArC {@link TracingBuildExtension} does the same. */
public class TracingExtension implements Extension {
  private final BindingRule rule = new BindingRule();
  private final Set<TelemetryBean> missing = EnumSet.allOf(TelemetryBean.class);
  private @Nullable Bean<TracingLifecycle> lifecycle;

  /** Binds the interceptor to OpenTelemetry's annotations, and unbinds what cannot be bound. */
  void bind(
      @Observes @WithAnnotations({WithSpan.class, AddingSpanAttributes.class, Traced.class})
          ProcessAnnotatedType<?> event) {
    new TypeBinding(event.configureAnnotatedType(), rule).apply();
  }

  /**
   * Does the same for MicroProfile OpenTracing's {@code @Traced}. Its class may be missing and so
   * cannot be named; but it is an interceptor binding.
   */
  void bindFormer(
      @Observes @WithAnnotations(InterceptorBinding.class) ProcessAnnotatedType<?> event) {
    if (TypeBinding.isFormer(event.getAnnotatedType())) {
      bind(event);
    }
  }

  /** Binds the interceptor of attempts to what Fault Tolerance retries, if that is there. */
  void bindAttempts(@Observes ProcessAnnotatedType<AttemptInterceptor> event) {
    if (AttemptInterceptor.retry() != null) {
      event
          .configureAnnotatedType()
          .remove(annotation -> annotation instanceof AttemptInterceptor.Nowhere);
    }
  }

  /** Notes which telemetry beans the application has itself. */
  void note(@Observes ProcessBean<?> event) {
    Bean<?> bean = event.getBean();
    for (TelemetryBean candidate : TelemetryBean.values()) {
      if (bean.getTypes().contains(candidate.type)
          && bean.getQualifiers().contains(Default.Literal.INSTANCE)) {
        missing.remove(candidate);
      }
    }
  }

  /** Notes the bean itself: Payara has extensions in an archive that beans are not visible to. */
  void noteLifecycle(@Observes ProcessManagedBean<TracingLifecycle> event) {
    lifecycle = event.getBean();
  }

  /** Adds the telemetry beans that the application lacks. */
  void add(
      @Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) AfterBeanDiscovery event,
      BeanManager beans) {
    for (TelemetryBean bean : missing) {
      event
          .addBean()
          .beanClass(bean.type)
          .types(bean.type, Object.class)
          .scope(ApplicationScoped.class)
          .createWith(context -> bean.create(lifecycle(beans)));
    }
  }

  /** Starts tracing before anything of the application runs. */
  void start(
      @Observes @Priority(TracingLifecycle.FIRST) @Initialized(ApplicationScoped.class)
          Object event,
      BeanManager beans) {
    lifecycle(beans).start();
  }

  private TracingLifecycle lifecycle(BeanManager beans) {
    Bean<TracingLifecycle> bean = requireNonNull(lifecycle, "Hopline's jar is no bean archive");
    return (TracingLifecycle)
        beans.getReference(bean, TracingLifecycle.class, beans.createCreationalContext(bean));
  }
}
