// SPDX-License-Identifier: Apache-2.0
package dev.hopline;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.resources.Resource;
import java.util.List;
import java.util.Set;

/** The settings that a person wants to see when tracing starts, in one line without secrets. */
record StartSummary(Settings settings, ConfigProperties config, Resource resource) {
  @Override
  public String toString() {
    return Cells.visible(
        "Tracing "
            + service()
            + ": spans to "
            + exporters()
            + "; sampler "
            + sampler()
            + "; propagators "
            + String.join(
                ", ", config.getList(Settings.PROPAGATORS, List.of("tracecontext", "baggage")))
            + ".");
  }

  private String service() {
    String name = resource.getAttribute(stringKey("service.name"));
    if (name == null || name.startsWith("unknown_service")) {
      return "a service without a name (set " + Settings.SERVICE_NAME + ")";
    }
    return name;
  }

  private String exporters() {
    Set<String> names = settings.names(Settings.TRACES_EXPORTER);
    String text = names.isEmpty() ? "otlp" : String.join(", ", names);
    if (!names.isEmpty() && !names.contains("otlp")) {
      return text;
    }
    String protocol = Endpoint.protocol(config, "traces");
    String endpoint = Endpoint.of(config, "traces");
    boolean odd = Endpoint.hasOtherPort(endpoint, protocol);
    String hint = odd ? ", a port that the other protocol usually has" : "";
    return text + " (" + protocol + " " + endpoint + hint + ")";
  }

  private String sampler() {
    String name = config.getString(Settings.SAMPLER, "parentbased_always_on");
    String argument = config.getString(Settings.SAMPLER + ".arg");
    return argument == null ? name : name + " " + argument;
  }
}
