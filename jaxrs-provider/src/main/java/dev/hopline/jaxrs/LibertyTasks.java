// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.resteasy.ResteasyHook;
import dev.hopline.jaxrs.servlet.TracingFilter;
import io.opentelemetry.context.Context;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/**
 * Carries the caller's context to the threads on which Open Liberty makes asynchronous calls. For
 * these it asks no {@code ThreadContext} of RESTEasy's but the OSGi services of an interface of its
 * own, which its bundles alone can see: hence the proxy.
 */
final class LibertyTasks implements InvocationHandler {
  private static final String SERVICE = "io.openliberty.restfulWS.client.ClientAsyncTaskWrapper";

  private LibertyTasks() {}

  /** Called on the class that a {@link HiddenRuntime} has loaded. */
  static void register() throws ClassNotFoundException {
    Class<?> type = Class.forName(SERVICE, false, LibertyTasks.class.getClassLoader());
    Object service =
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new LibertyTasks());
    ServiceRegistration<?> registration =
        FrameworkUtil.getBundle(type).getBundleContext().registerService(SERVICE, service, null);
    TracingFilter.whenDestroyed(registration::unregister);
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "wrap" -> carrying(arguments[0], method.getParameterTypes()[0]);
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> LibertyTasks.class.getName();
    };
  }

  private static Object carrying(Object task, Class<?> type) {
    // For a MicroProfile REST client RESTEasy asks its own as well, right after this.
    ResteasyHook.provideContexts();
    Tracing known = Tracing.current();
    if (known == null || !known.enabled()) {
      return task;
    }
    Context caller = Context.current();
    if (type == Runnable.class) {
      return caller.wrap((Runnable) task);
    }
    return type == Callable.class
        ? caller.wrap((Callable<?>) task)
        : caller.wrapSupplier((Supplier<?>) task);
  }
}
