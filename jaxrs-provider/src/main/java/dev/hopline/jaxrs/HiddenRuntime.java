// SPDX-License-Identifier: Apache-2.0
package dev.hopline.jaxrs;

import dev.hopline.Tracing;
import dev.hopline.jaxrs.resteasy.ResteasyHook;
import jakarta.ws.rs.core.FeatureContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets our hooks be linked with an implementation of Jakarta REST that a server keeps to itself, as
 * Open Liberty does with RESTEasy: these classes once more, in a class loader that sees the
 * implementation as well as the application.
 */
final class HiddenRuntime extends ClassLoader {
  private static final Logger LOG = Logger.getLogger(Tracing.class.getName());

  private static final String OURS = HiddenRuntime.class.getPackageName() + ".";

  /**
   * What has to do with the container alone is there once, for its filters are the application's.
   */
  private static final String SHARED = OURS + "servlet.";

  /** What is the server's, though the application may have classes of these names, too. */
  private static final List<String> THEIRS =
      List.of(KnownRuntime.RESTEASY_PACKAGE, "org.osgi.", "io.openliberty.");

  /** By the class loader of the implementation, which outlives ours. */
  private static final Map<ClassLoader, HiddenRuntime> ALL = new ConcurrentHashMap<>();

  private final ClassLoader server;

  private HiddenRuntime(ClassLoader server) {
    super(HiddenRuntime.class.getClassLoader());
    this.server = server;
  }

  /**
   * Registers what {@link Registration} would if it could see the implementation.
   *
   * @param method {@code register} or {@code registerClient}
   * @return null if that cannot be: then filters have to do
   */
  static @Nullable Boolean register(
      String method, FeatureContext context, Supplier<@Nullable Tracing> tracing) {
    Class<?> type = context.getConfiguration().getClass();
    try {
      HiddenRuntime runtime = ALL.computeIfAbsent(type.getClassLoader(), HiddenRuntime::linked);
      runtime.provide();
      Method linked =
          runtime.method(Registration.class, method, FeatureContext.class, Supplier.class);
      return (Boolean) linked.invoke(null, context, tracing);
    } catch (ReflectiveOperationException | LinkageError e) {
      LOG.log(Level.FINE, "Only filters for " + type, e);
      return null;
    }
  }

  /** Lets this thread make a client with interceptors of asynchronous calls. */
  static void provideContexts() {
    ALL.values().forEach(HiddenRuntime::provide);
  }

  private void provide() {
    try {
      method(ResteasyHook.class, "provideContexts").invoke(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      LOG.log(Level.FINE, "No contexts for " + server, e);
    }
  }

  private static HiddenRuntime linked(ClassLoader server) {
    HiddenRuntime runtime = new HiddenRuntime(server);
    try {
      runtime.method(LibertyTasks.class, "register").invoke(null);
    } catch (ReflectiveOperationException | LinkageError otherServer) {
      LOG.log(Level.FINE, "No tasks of Open Liberty's", otherServer);
    }
    return runtime;
  }

  private Method method(Class<?> type, String name, Class<?>... parameters)
      throws ReflectiveOperationException {
    Method method = loadClass(type.getName()).getDeclaredMethod(name, parameters);
    method.setAccessible(true);
    return method;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (THEIRS.stream().anyMatch(name::startsWith)) {
      return server.loadClass(name);
    }
    if (!name.startsWith(OURS) || name.startsWith(SHARED)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? findClass(name) : loaded;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = file.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length, HiddenRuntime.class.getProtectionDomain());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
