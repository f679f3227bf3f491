// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs.resteasy;

import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jboss.resteasy.spi.concurrent.ThreadContext;
import org.jboss.resteasy.spi.concurrent.ThreadContexts;

/**
 * Carries contexts to RESTEasy's pools for requests where a server keeps RESTEasy to itself. By
 * itself RESTEasy would read the application's services for each asynchronous call, come upon
 * {@link CallerContext}, which the application cannot link there, and fail the call.
 */
final class RequestContexts extends ThreadContexts {
  private RequestContexts() {
    super.add(new CallerContext());
  }

  /** Gives these to all requests of the deployment if RESTEasy would fail to make its own. */
  static void install(ResteasyDeployment deployment) {
    try {
      var unused = new ThreadContexts();
    } catch (LinkageError | ServiceConfigurationError hidden) {
      deployment
          .getDispatcher()
          .getDefaultContextObjects()
          .put(ThreadContexts.class, asServer(RequestContexts::new));
    }
  }

  /** These are all requests'; what a client adds is for the thread that makes it alone. */
  @Override
  public ThreadContexts add(ThreadContext<?> context) {
    ThreadContexts own = asServer(ThreadContexts::new).add(new CallerContext()).add(context);
    ResteasyContext.pushContext(ThreadContexts.class, own);
    return own;
  }

  /** Made with the services of the server, not with those of the application. */
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
