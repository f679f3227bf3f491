// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import dev.hopline.Traced;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.instrumentation.annotations.AddingSpanAttributes;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.DeclarationInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.inject.Named;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hopline on ArC, the container of Quarkus. It runs in the build: nothing here may read runtime
 * configuration or start anything. Where portable extensions exist, {@link TracingExtension} does
 * the same in its place.
 *
 * <p>Tracing starts at {@link Startup}. ArC fires {@code @Initialized(ApplicationScoped.class)}
 * already in Quarkus' static initialization, which is in the build of a native image.
 */
@SkipIfPortableExtensionPresent(TracingExtension.class)
public class TracingBuildExtension implements BuildCompatibleExtension {
  private static final Set<String> UNQUALIFIED =
      Set.of(Default.class.getName(), Any.class.getName(), Named.class.getName());

  private final BindingRule rule = new BindingRule();
  private final Set<TelemetryBean> missing = EnumSet.allOf(TelemetryBean.class);

  /** For the container. */
  public TracingBuildExtension() {
    // That of quarkus-opentelemetry is synthetic as well, and is registered too late to be noted.
    if (TracingLifecycle.isQuarkusTraced()) {
      missing.remove(TelemetryBean.OPEN_TELEMETRY);
    }
  }

  /** Makes {@code @Retry} known as the binding that it is: its jar is no bean archive. */
  @Discovery
  public void bindRetry(MetaAnnotations annotations) {
    Class<? extends Annotation> retry = AttemptInterceptor.retry();
    if (retry != null) {
      annotations.addInterceptorBinding(retry);
    }
  }

  /** Binds the interceptor of attempts to what Fault Tolerance retries, if that is there. */
  @Enhancement(types = AttemptInterceptor.class)
  public void bindAttempts(ClassConfig interceptor) {
    if (AttemptInterceptor.retry() != null) {
      String nowhere = AttemptInterceptor.Nowhere.class.getName();
      interceptor.removeAnnotation(annotation -> annotation.name().equals(nowhere));
    }
  }

  /** Binds the interceptor to OpenTelemetry's annotations, and unbinds what ArC would refuse. */
  @Enhancement(
      types = Object.class,
      withSubtypes = true,
      withAnnotations = {WithSpan.class, AddingSpanAttributes.class, Traced.class})
  public void bind(ClassConfig type) {
    type.constructors().stream()
        .map(MethodConfig::info)
        .filter(TracingBuildExtension::isAnnotated)
        .map(constructor -> constructor.declaringClass().name())
        .forEach(name -> rule.report(name, BindingRule.CONSTRUCTOR, "a constructor"));
    boolean bound = type.info().hasAnnotation(TracingBuildExtension::isTraced);
    if (bound && !type.info().hasAnnotation(Traced.class)) {
      type.addAnnotation(Traced.class);
    }
    for (MethodConfig method : type.methods()) {
      MethodInfo info = method.info();
      // From the final methods of a bound class ArC takes the `final`.
      if (isAnnotated(info) && !(bound && BindingRule.isFinal(info.modifiers()))) {
        bind(method, info);
      }
    }
  }

  /**
   * Does the same for MicroProfile OpenTracing's {@code @Traced}. Its class may be missing and so
   * cannot be named; but it is an interceptor binding.
   */
  @Enhancement(
      types = Object.class,
      withSubtypes = true,
      withAnnotations = InterceptorBinding.class)
  public void bindFormer(ClassConfig type) {
    if (isFormer(type.info())
        || type.info().methods().stream().anyMatch(method -> isFormer(method))) {
      bind(type);
    }
  }

  private static boolean isFormer(DeclarationInfo declaration) {
    return declaration.hasAnnotation(annotation -> BindingRule.isFormer(name(annotation)));
  }

  private static boolean isTraced(AnnotationInfo annotation) {
    return BindingRule.isTraced(name(annotation));
  }

  /** Empty if its class is missing, of which ArC tells not even the name. */
  private static String name(AnnotationInfo annotation) {
    try {
      return annotation.name();
    } catch (IllegalStateException missing) {
      return "";
    }
  }

  private static boolean isOptedOut(MethodInfo method) {
    AnnotationInfo own = method.annotation(Traced.class);
    return method.annotations().stream()
        .filter(own == null ? TracingBuildExtension::isTraced : own::equals)
        .anyMatch(traced -> traced.hasMember("value") && !traced.value().asBoolean());
  }

  private static boolean isAnnotated(MethodInfo method) {
    return method.hasAnnotation(WithSpan.class)
        || method.hasAnnotation(AddingSpanAttributes.class)
        || method.hasAnnotation(TracingBuildExtension::isTraced);
  }

  private void bind(MethodConfig method, MethodInfo info) {
    String obstacle = BindingRule.obstacle(info.modifiers());
    if (obstacle != null) {
      if (!isOptedOut(info)) {
        rule.report(info.declaringClass().name(), info.name(), obstacle);
      }
      method.removeAnnotation(TracingBuildExtension::isTraced);
    } else if (!info.hasAnnotation(Traced.class)) {
      method.addAnnotation(Traced.class);
    }
  }

  /** Notes which telemetry beans the application has itself. */
  @Registration(types = {OpenTelemetry.class, Tracer.class, Meter.class, Span.class, Baggage.class})
  public void note(BeanInfo bean) {
    if (hasDefaultQualifier(bean)) {
      missing.removeIf(candidate -> hasType(bean, candidate.type));
    }
  }

  private static boolean hasType(BeanInfo bean, Class<?> type) {
    return bean.types().stream()
        .anyMatch(t -> t.isClass() && t.asClass().declaration().name().equals(type.getName()));
  }

  // A name does not take @Default away.
  private static boolean hasDefaultQualifier(BeanInfo bean) {
    return bean.qualifiers().stream().map(AnnotationInfo::name).allMatch(UNQUALIFIED::contains);
  }

  /** Adds the telemetry beans that the application lacks, and the start. */
  @Synthesis
  public void add(SyntheticComponents components) {
    for (TelemetryBean bean : missing) {
      add(components, bean, bean.type);
    }
    components
        .addObserver(Startup.class)
        .priority(TracingLifecycle.FIRST)
        .observeWith(StartTracing.class);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // The creator makes what the parameter names.
  private static <T> void add(SyntheticComponents components, TelemetryBean bean, Class<T> type) {
    components
        .addBean(type)
        .type(type)
        .scope(ApplicationScoped.class)
        .withParam(TelemetryBeanCreator.BEAN, bean.name())
        .createWith((Class<? extends SyntheticBeanCreator<T>>) (Class) TelemetryBeanCreator.class);
  }
}
