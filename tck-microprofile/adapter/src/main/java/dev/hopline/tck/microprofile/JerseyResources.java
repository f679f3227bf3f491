// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck.microprofile;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.servlet.init.JerseyServletContainerInitializer;

/**
 * Jersey's own initializer without the interfaces: those of MicroProfile REST clients have {@code
 * Path}, too, and Jersey would serve them. An application of a user's lists its classes.
 */
@HandlesTypes({Path.class, Provider.class, Application.class, ApplicationPath.class})
public final class JerseyResources implements ServletContainerInitializer {
  /** For the container. */
  public JerseyResources() {}

  @Override
  public void onStartup(Set<Class<?>> types, ServletContext application) throws ServletException {
    Set<Class<?>> classes =
        types == null
            ? Set.of()
            : types.stream().filter(type -> !type.isInterface()).collect(Collectors.toSet());
    new JerseyServletContainerInitializer().onStartup(classes, application);
  }
}
