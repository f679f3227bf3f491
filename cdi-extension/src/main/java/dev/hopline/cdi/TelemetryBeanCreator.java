// SPDX-License-Identifier: Apache-2.0
package dev.hopline.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;

/** Makes a {@link TelemetryBean} where a build compatible extension may only name a class. */
public final class TelemetryBeanCreator implements SyntheticBeanCreator<Object> {
  static final String BEAN = "bean";

  @Override
  public Object create(Instance<Object> lookup, Parameters parameters) {
    return TelemetryBean.valueOf(parameters.get(BEAN, String.class))
        .create(lookup.select(TracingLifecycle.class).get());
  }
}
