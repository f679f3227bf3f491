// SPDX-License-Identifier: Apache-2.0
package dev.hopline.tck;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** Tells what tracing keeps in the memory of the application, in whichever process that is. */
@Path("tck/memory")
public class TckMemoryResource {
  // As in "  12:     345    6789  dev.hopline.HttpSpan". The classes of the tests are in the same
  // process on most runtimes, and so is what decodes OTLP for them.
  private static final Pattern KEPT =
      Pattern.compile(
          "(?m)^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+"
              + "(?:dev\\.hopline\\.(?!tck\\.)|io\\.opentelemetry\\.(?!proto\\.))");

  /** How many objects of tracing and of OpenTelemetry are left when all garbage is collected. */
  @GET
  public long kept() throws JMException {
    Object histogram =
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "gcClassHistogram",
                new Object[] {new String[0]},
                new String[] {String[].class.getName()});
    long kept = 0;
    Matcher line = KEPT.matcher((String) histogram);
    while (line.find()) {
      kept += Long.parseLong(line.group(1));
    }
    return kept;
  }
}
