// SPDX-License-Identifier: Apache-2.0
package dev.hopline.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.ToolProvider;

/** A resource of as many routes as are wanted, each a method of its own as in an application. */
final class RouteSource {
  private static final String NAME = "Routes";

  private RouteSource() {}

  static String path(int number) {
    return "/routes/r" + number;
  }

  static Class<?> resource(int routes) {
    try {
      Path directory = Files.createTempDirectory("routes");
      Path source = directory.resolve(NAME + ".java");
      Files.writeString(source, source(routes));
      int code =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, "-proc:none", "-d", directory.toString(), source.toString());
      if (code != 0) {
        throw new IllegalStateException("not compiled: " + source);
      }
      URL[] path = {directory.toUri().toURL()};
      // Left open: the application loads from it as long as it runs, which is until the fork ends.
      return new URLClassLoader(path, RouteSource.class.getClassLoader()).loadClass(NAME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String source(int routes) {
    return IntStream.range(0, routes)
        .mapToObj(
            """
                @GET @Path("/r%1$d/{id}") public String r%1$d(@PathParam("id") String id) {
                  return id;
                }
            """
                ::formatted)
        .collect(
            Collectors.joining(
                "",
                "import jakarta.ws.rs.*;\n@Path(\"/routes\") public class " + NAME + " {\n",
                "}\n"));
  }
}
