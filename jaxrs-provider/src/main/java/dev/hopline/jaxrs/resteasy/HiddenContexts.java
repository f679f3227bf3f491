// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jboss.resteasy.spi.concurrent.ThreadContext;
import org.jboss.resteasy.spi.concurrent.ThreadContexts;

/**
 * Carries contexts to RESTEasy's pools where a server keeps RESTEasy to itself. By itself RESTEasy
 * would read the application's services for each asynchronous call, come upon {@link
 * CallerContext}, which the application cannot link there, and fail the call. It reads none where
 * the thread has these.
 */
final class HiddenContexts extends ThreadContexts {
  private HiddenContexts() {
    super.add(new CallerContext());
  }

  /** Gives these to all requests of the deployment if RESTEasy would fail. */
  static void install(ResteasyDeployment deployment) {
    try {
      var unused = new ThreadContexts();
    } catch (LinkageError | ServiceConfigurationError hidden) {
      deployment
          .getDispatcher()
          .getDefaultContextObjects()
          .put(ThreadContexts.class, asServer(HiddenContexts::new));
    }
  }

  /**
   * Gives this thread what RESTEasy would have made of the server's own services, for calls beside
   * requests. Nothing of ours is in it: it may stay on the thread for longer than we do.
   */
  static void provide() {
    if (!ResteasyContext.hasContextData(ThreadContexts.class)) {
      ResteasyContext.pushContext(ThreadContexts.class, asServer(ThreadContexts::new));
    }
  }

  /** These are all requests'; what a client adds is for the thread that makes it alone. */
  @Override
  public ThreadContexts add(ThreadContext<?> context) {
    ThreadContexts own = asServer(ThreadContexts::new).add(new CallerContext()).add(context);
    ResteasyContext.pushContext(ThreadContexts.class, own);
    return own;
  }

  private static <T> T asServer(Supplier<T> contexts) {
    Thread thread = Thread.currentThread();
    ClassLoader application = thread.getContextClassLoader();
    thread.setContextClassLoader(ThreadContexts.class.getClassLoader());
    try {
      return contexts.get();
    } finally {
      thread.setContextClassLoader(application);
    }
  }
}
